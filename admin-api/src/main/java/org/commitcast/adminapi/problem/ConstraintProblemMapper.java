package org.commitcast.adminapi.problem;

import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;

/** A body of the right form with wrong values: names each of them. */
@Provider
class ConstraintProblemMapper implements ExceptionMapper<ConstraintViolationException> {
    @Override
    public Response toResponse(ConstraintViolationException violations) {
        List<Map<String, String>> errors = violations.getConstraintViolations().stream()
                .map(violation -> Map.of(
                        "field", field(violation.getPropertyPath().toString()), "detail", violation.getMessage()))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        return ProblemResponse.of(
                Problem.badRequest("Invalid values", errors.size() + " value(s) cannot be taken; see errors")
                        .with("errors", errors));
    }

    /** Without the Java method and parameter that the path begins with. */
    private static String field(String path) {
        String[] steps = path.split("\\.", 3);
        return steps.length == 3 ? steps[2] : path;
    }
}
