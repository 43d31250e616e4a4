package org.commitcast.guardedhttp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of a file without sending it.
 *
 * @param problem why it says nothing, for people; absent where the file is there
 * @param length in bytes, where it says it
 * @param type its media type, where it says it
 * @param ranges whether it sends parts
 * @param url where the file is, after redirects
 */
public record HostedFile(
        @Nullable String problem, @Nullable Long length, @Nullable String type, boolean ranges, URI url) {
    private static final int HOPS = 5;
    /** Servers that know no HEAD, or that sign addresses for GET only. */
    private static final Set<Integer> ONLY_GET = Set.of(400, 403, 405, 501);

    /** As {@link #ask(GuardedHttp, URI, Limits)}; what is no address at all is a problem like any other. */
    public static HostedFile ask(GuardedHttp http, String address, Limits limits) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException e) {
            return missing("the address has a character that must be escaped: " + e.getReason(), URI.create(""));
        }
        return ask(http, url, limits);
    }

    /** Asks by HEAD, and by a GET of one byte where that does not say it all. */
    public static HostedFile ask(GuardedHttp http, URI url, Limits limits) {
        HostedFile head = http.send(GuardedRequest.head(url).following(HOPS).within(limits))
                .handle(
                        HostedFile::ofHead,
                        refused -> missing(refused.reason(), url),
                        failed -> missing(failed.reason(), url));
        if (head.problem != null || (head.ranges && head.length != null)) {
            return head;
        }
        // Asked where the file is: a redirect to another host would lose the header.
        GuardedRequest part = GuardedRequest.get(head.url)
                .with("Range", "bytes=0-0")
                .following(HOPS)
                .within(limits.withBytes(1));
        return http.send(part)
                .handle(
                        head::withPart,
                        refused -> head.certain(refused.reason()),
                        failed -> head.certain(failed.reason()));
    }

    private static HostedFile missing(String problem, URI url) {
        return new HostedFile(problem, null, null, false, url);
    }

    private static HostedFile ofHead(Answer.Answered answer) {
        if (ONLY_GET.contains(answer.status())) {
            return new HostedFile(null, null, null, false, answer.url());
        }
        return answer.status() == 200
                ? new HostedFile(
                        null,
                        number(answer.headers().first("Content-Length")),
                        type(answer),
                        ranges(answer),
                        answer.url())
                : missing(answered(answer), answer.url());
    }

    private HostedFile withPart(Answer.Answered answer) {
        if (answer.status() == 206) {
            Long whole = number(answer.headers().first("Content-Range").map(range -> range.replaceFirst("^.*/", "")));
            return new HostedFile(null, whole == null ? length : whole, type(answer), true, answer.url());
        }
        if (answer.status() == 200) {
            Long whole = number(answer.headers().first("Content-Length"));
            return new HostedFile(null, whole == null ? length : whole, type(answer), ranges(answer), answer.url());
        }
        return certain(answered(answer));
    }

    /** What HEAD said, if it said anything; else what went wrong. */
    private HostedFile certain(String otherwise) {
        return type == null && length == null ? missing(otherwise, url) : this;
    }

    private static String answered(Answer.Answered answer) {
        return answer.url().getHost() + " answered " + answer.status();
    }

    private static @Nullable String type(Answer.Answered answer) {
        return answer.headers().first("Content-Type").orElse(null);
    }

    private static boolean ranges(Answer.Answered answer) {
        return answer.headers()
                .first("Accept-Ranges")
                .filter("bytes"::equalsIgnoreCase)
                .isPresent();
    }

    private static @Nullable Long number(Optional<String> digits) {
        return digits.filter(text -> text.matches("\\d{1,15}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
