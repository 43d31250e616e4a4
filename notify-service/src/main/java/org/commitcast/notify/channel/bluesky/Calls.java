package org.commitcast.notify.channel.bluesky;

import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;

/** The calls of one attempt: together they take no longer than an attempt may. */
final class Calls {
    private static final Duration A_PICTURE = Duration.ofSeconds(3);
    private static final Duration LEAST = Duration.ofMillis(100);

    private final ChannelHttp http;
    private final long until = System.nanoTime() + ChannelHttp.LONGEST.toNanos();

    Calls(ChannelHttp http) {
        this.http = http;
    }

    /** Leaves as much time as is needed for what must follow. */
    Answer send(GuardedRequest request, Duration leave, int mostBytes) {
        return within(left().minus(leave), longest -> http.send(request, longest, mostBytes));
    }

    /** The same of a picture that an item names, which is worth a few seconds. */
    Answer getForContent(URI url, Duration leave, int mostBytes) {
        Duration longest = left().minus(leave);
        return within(
                longest.compareTo(A_PICTURE) < 0 ? longest : A_PICTURE,
                time -> http.getForContent(url, time, mostBytes));
    }

    private Duration left() {
        return Duration.ofNanos(until - System.nanoTime());
    }

    private static Answer within(Duration time, Function<Duration, Answer> call) {
        return time.compareTo(LEAST) < 0 ? new Answer.Failed("the server is too slow", false) : call.apply(time);
    }
}
