package org.commitcast.commandline.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;

/** Feeds that were named on the command line, by address or by path. */
final class FeedSource {
    private static final int MOST = 64 * 1024 * 1024;
    private static final Limits LIMITS =
            Limits.USUAL.withTotal(Duration.ofMinutes(2)).withBytes(MOST);

    private final String allowed;

    /** @param allowed where may be connected to beside public addresses, as {@link AddressPolicy#allowing} reads it */
    FeedSource(String allowed) {
        this.allowed = allowed;
    }

    static boolean isAddress(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    /**
     * The feed's bytes.
     *
     * @throws UsageProblem where there are none
     */
    byte[] read(String source) {
        return isAddress(source) ? fetched(source) : file(source);
    }

    private byte[] fetched(String source) {
        URI address = address(source);
        // Whoever types an address means it, be it this machine's; where that leads on to is checked.
        String host = String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
        var http = new GuardedHttp(
                new AddressGuard(AddressPolicy.allowing(allowed + " " + host).andPlainHttp()), "Commitcast");
        GuardedRequest request = GuardedRequest.get(address)
                .with("Accept-Encoding", "identity")
                .following(5)
                .within(LIMITS);
        return http.send(request)
                .handle(
                        answered -> whole(source, answered),
                        refused -> none(source, refused.reason()),
                        failed -> none(source, failed.reason()));
    }

    private static URI address(String source) {
        try {
            URI address = URI.create(source);
            if (address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new UsageProblem(source + " is no address.");
    }

    private static byte[] whole(String source, Answer.Answered answered) {
        if (answered.status() != 200) {
            return none(source, "it answered " + answered.status());
        }
        return answered.body().complete()
                ? answered.body().bytes()
                : none(source, "it did not come in whole within two minutes and 64 MiB");
    }

    private static byte[] none(String source, String reason) {
        throw new UsageProblem("The feed at " + source + " cannot be read: " + reason + ".");
    }

    private static byte[] file(String source) {
        try {
            return Files.readAllBytes(Path.of(source.replaceFirst("^file:(//)?", "")));
        } catch (IOException | InvalidPathException e) {
            throw new UsageProblem("The file " + source + " cannot be read.");
        }
    }
}
