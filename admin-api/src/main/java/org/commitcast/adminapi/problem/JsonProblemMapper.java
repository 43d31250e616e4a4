package org.commitcast.adminapi.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** A body that is not JSON, or not of the form that is asked for: says which field, line and column. */
@Provider
class JsonProblemMapper implements ExceptionMapper<JsonProcessingException> {
    @Override
    public Response toResponse(JsonProcessingException failure) {
        return ProblemResponse.of(problem(failure));
    }

    static Problem problem(JsonProcessingException failure) {
        Problem problem = Problem.badRequest("Malformed JSON", detail(failure));
        JsonLocation location = failure.getLocation();
        if (location != null && location.getLineNr() > 0) {
            problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            problem.with("field", field(mapping));
        }
        return problem;
    }

    private static String detail(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            return "Unknown field \"" + field(unknown) + "\"; known here are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (failure instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return "Field \"" + field(mapping) + "\" does not have the form that is asked for";
        }
        // The parser's own words name the character, not the content: no secret of the body is repeated.
        return "The body is not valid JSON";
    }

    private static String field(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }
}
