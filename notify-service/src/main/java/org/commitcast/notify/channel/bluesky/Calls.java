package org.commitcast.notify.channel.bluesky;

import java.time.Duration;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;

/** The calls of one attempt: together they take no longer than an attempt may. */
final class Calls {
    private final ChannelHttp http;
    private final long until = System.nanoTime() + ChannelHttp.LONGEST.toNanos();

    Calls(ChannelHttp http) {
        this.http = http;
    }

    /** Leaves as much time as is needed for what must follow. */
    Answer send(GuardedRequest request, Duration leave, int mostBytes) {
        Duration left = Duration.ofNanos(until - System.nanoTime()).minus(leave);
        if (left.toMillis() < 100) {
            return new Answer.Failed("the server is too slow", false);
        }
        return http.send(request, left, mostBytes);
    }
}
