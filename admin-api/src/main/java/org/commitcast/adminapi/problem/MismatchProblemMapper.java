package org.commitcast.adminapi.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** As {@link JsonProblemMapper}; of its own because Quarkus brings a mapper for just this type that says nothing. */
@Provider
class MismatchProblemMapper implements ExceptionMapper<MismatchedInputException> {
    @Override
    public Response toResponse(MismatchedInputException failure) {
        return ProblemResponse.of(JsonProblemMapper.problem(failure));
    }
}
