package org.commitcast.feed.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.commitcast.feeddifference.ReadFeed;
import org.commitcast.feeddifference.UnreadableFeedException;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;

/** Reads feeds where their readers have them. */
@ApplicationScoped
class LiveReader {
    private static final int HOPS = 5;

    private final GuardedHttp http;
    private final Limits limits;

    LiveReader(LiveConfig config) {
        this.http = new GuardedHttp(new AddressGuard(policy(config).andPlainHttp()), "Commitcast/0.1");
        this.limits = Limits.USUAL
                .withTotal(config.timeout())
                .withBytes(Math.toIntExact(config.maxBytes().asLongValue()));
    }

    private static AddressPolicy policy(LiveConfig config) {
        try {
            return AddressPolicy.allowing(config.allowAddresses().orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("COMMITCAST_ALLOW_ADDRESSES: " + e.getMessage(), e);
        }
    }

    LiveReading read(URI address) {
        return http.send(GuardedRequest.get(address).following(HOPS).within(limits))
                .handle(
                        this::feed,
                        refused -> LiveReading.none("it may not be read: " + refused.reason()),
                        failed -> LiveReading.none(failed.reason()));
    }

    private LiveReading feed(Answer.Answered answer) {
        if (answer.status() != 200) {
            return LiveReading.none("it answered " + answer.status());
        }
        if (!answer.body().complete()) {
            return LiveReading.none("it did not come in whole (commitcast.live.max-bytes, commitcast.live.timeout)");
        }
        try {
            return LiveReading.of(ReadFeed.of(answer.body().bytes()));
        } catch (UnreadableFeedException e) {
            return LiveReading.none("it " + e.getMessage());
        }
    }
}
