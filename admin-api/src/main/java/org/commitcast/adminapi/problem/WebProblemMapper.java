package org.commitcast.adminapi.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The framework's own refusals: no such path, method or media type. */
@Provider
class WebProblemMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException refusal) {
        Response response = refusal.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        if (refusal.getCause() instanceof JsonProcessingException json) {
            return ProblemResponse.of(JsonProblemMapper.problem(json));
        }
        String title = response.getStatusInfo().getReasonPhrase();
        Response.ResponseBuilder problem =
                Response.fromResponse(ProblemResponse.of(Problem.of(response.getStatus(), title, detail(refusal))));
        response.getHeaders().forEach((name, values) -> {
            if ("Allow".equalsIgnoreCase(name)) {
                values.forEach(value -> problem.header(name, value));
            }
        });
        return problem.build();
    }

    private static String detail(WebApplicationException refusal) {
        return switch (refusal.getResponse().getStatus()) {
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not take this method";
            case 413 -> "The body is larger than is taken here";
            case 415 -> "The body must be JSON: Content-Type application/json";
            default -> refusal.getResponse().getStatusInfo().getReasonPhrase();
        };
    }
}
