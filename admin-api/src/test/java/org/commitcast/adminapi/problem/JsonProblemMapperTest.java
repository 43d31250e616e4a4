package org.commitcast.adminapi.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class JsonProblemMapperTest {
    record Body(String name, int count) {}

    @Test
    void saysWhereTheBodyIsNotJsonWithoutRepeatingIt() {
        Problem problem = problem("{\n \"name\": secret-value }");

        assertThat(problem.document())
                .containsEntry("status", 400)
                .containsEntry("line", 2)
                .extractingByKey("detail")
                .asString()
                .doesNotContain("secret-value");
    }

    @Test
    void namesAnUnknownFieldAndThoseThatAreKnown() {
        assertThat(problem("{\"nmae\": \"x\"}").document())
                .containsEntry("field", "nmae")
                .containsEntry("detail", "Unknown field \"nmae\"; known here are count, name");
    }

    @Test
    void namesAFieldOfTheWrongForm() {
        assertThat(problem("{\"count\": \"many\"}").document()).containsEntry("field", "count");
    }

    private static Problem problem(String body) {
        return JsonProblemMapper.problem(catchThrowableOfType(
                JsonProcessingException.class, () -> new ObjectMapper().readValue(body, Body.class)));
    }
}
