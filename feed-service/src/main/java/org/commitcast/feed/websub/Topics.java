package org.commitcast.feed.websub;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.serving.ServingConfig;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.Answer.Answered;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;

/**
 * Feeds where their readers have them. A host of the show's own may have new bytes minutes after us, and a hub that is
 * told before that fetches the old ones and is content.
 */
@ApplicationScoped
class Topics {
    private static final int HOPS = 3;
    /** With what the hub itself may take it is well within the time for which a ping is taken up. */
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20), 8 * 1024 * 1024);

    private final ServedDocuments served;
    private final ServingConfig serving;
    private final Duration patience;
    private final GuardedHttp http;

    Topics(ServedDocuments served, ServingConfig serving, HubConfig config) {
        this.served = served;
        this.serving = serving;
        this.patience = config.waitForReaders();
        this.http = new GuardedHttp(new AddressGuard(config.policy().andPlainHttp()), "Commitcast/0.1");
    }

    /** Why the hub would find other bytes than ours; empty where it may be told. */
    Optional<String> hindrance(HubPing ping) {
        String ours = served.etagOf(new DocumentKey(ping.site(), ping.file()));
        boolean serveItself = ping.topic().toString().startsWith(serving.base() + "/");
        if (serveItself || ours == null || ping.age().compareTo(patience) >= 0) {
            return Optional.empty();
        }
        return http.send(GuardedRequest.get(ping.topic()).following(HOPS).within(LIMITS))
                .handle(
                        answered -> hindrance(answered, ours),
                        // What may not be read from here may well be public for the hub.
                        refused -> Optional.empty(),
                        failed -> Optional.of("it cannot be read where readers have the feed: " + failed.reason()));
    }

    private static Optional<String> hindrance(Answered answered, String ours) {
        if (answered.status() != 200) {
            return Optional.of("it answers " + answered.status() + " where readers have the feed");
        }
        boolean comparable = answered.body().complete();
        return comparable && !etag(answered.body().bytes()).equals(ours)
                ? Optional.of("it is not there yet where readers have the feed")
                : Optional.empty();
    }

    private static String etag(byte[] bytes) {
        try (DocumentBody.Target body = new DocumentBody.Target()) {
            body.write(bytes);
            return body.body().etag();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
    }
}
