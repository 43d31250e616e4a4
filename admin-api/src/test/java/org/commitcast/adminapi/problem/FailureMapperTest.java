package org.commitcast.adminapi.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FailureMapperTest {
    private final FailureMapper mapper = new FailureMapper();

    @Test
    void aClientThatGoesAwayIsNoFaultOfOurs() {
        var closed = new IOException(new IOException(new HttpClosedException("Connection was closed")));

        assertThat(mapper.toResponse(closed).getStatus()).isEqualTo(400);
    }

    @Test
    void whatNobodyForesawTellsItsNumberAndNothingElse() {
        var response = mapper.toResponse(new IllegalStateException("the password is swordfish"));

        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(String.valueOf(response.getEntity())).contains("incident").doesNotContain("swordfish");
    }
}
