package org.commitcast.guardedhttp;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where an answer sends us on to. */
final class Redirect {
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language");

    private Redirect() {}

    /** The next request; empty where the answer is final. Another host gets none of our headers but the harmless. */
    static Optional<GuardedRequest> next(GuardedRequest request, Answer.Answered answer) {
        if (!STATUSES.contains(answer.status()) || !request.mayFollow()) {
            return Optional.empty();
        }
        return answer.headers()
                .first("Location")
                .flatMap(location -> target(request.url(), location))
                .map(target -> {
                    Headers headers =
                            sameOrigin(request.url(), target) ? request.headers() : harmless(request.headers());
                    return new GuardedRequest(
                            request.method(), target, headers, null, request.redirects() - 1, request.limits());
                });
    }

    private static Optional<URI> target(URI from, String location) {
        try {
            return Optional.of(from.resolve(location));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("https") ? 443 : 80;
        return scheme + "://" + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static Headers harmless(Headers headers) {
        Headers kept = Headers.NONE;
        for (String name : HARMLESS) {
            for (String value : headers.all(name)) {
                kept = kept.with(name, value);
            }
        }
        return kept;
    }
}
