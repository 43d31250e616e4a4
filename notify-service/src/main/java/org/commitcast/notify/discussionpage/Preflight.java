package org.commitcast.notify.discussionpage;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets scripts in pages of other origins ask with the headers of a cache.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
class Preflight {
    @ServerRequestFilter(preMatching = true)
    public @Nullable Response answer(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!request.getMethod().equals("OPTIONS") || !path.startsWith("/discussions/")) {
            return null;
        }
        return Response.noContent()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .header("Access-Control-Allow-Headers", "If-None-Match, If-Modified-Since")
                .header("Access-Control-Max-Age", "86400")
                .header("Allow", "GET, HEAD, OPTIONS")
                .build();
    }
}
