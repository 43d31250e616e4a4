package org.commitcast.notify.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.Request;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.eventtransport.CaughtUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesWaitTest {
    private final ChangesWait changes = new ChangesWait(new CaughtUp(), Duration.ofMillis(1));

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void refusesChangesWhileTheStoreCatchesUp(String method) {
        assertThatThrownBy(() -> changes.await(request(method)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not read its own topics");
    }

    @Test
    void answersQuestionsMeanwhile() {
        assertThatCode(() -> changes.await(request("GET"))).doesNotThrowAnyException();
    }

    private static Request request(String method) {
        return (Request) Proxy.newProxyInstance(
                Request.class.getClassLoader(), new Class<?>[] {Request.class}, (proxy, called, arguments) -> method);
    }
}
