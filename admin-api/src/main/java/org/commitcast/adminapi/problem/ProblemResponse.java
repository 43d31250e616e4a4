package org.commitcast.adminapi.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** A problem as a response. */
final class ProblemResponse {
    static final String MEDIA_TYPE = "application/problem+json";

    private ProblemResponse() {}

    static Response of(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(MEDIA_TYPE).entity(problem.document());
        if (problem.retryAfter() != null) {
            response.header(
                    HttpHeaders.RETRY_AFTER, Math.max(1, problem.retryAfter().toSeconds()));
        }
        return response.build();
    }
}
