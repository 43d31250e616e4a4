package org.commitcast.notify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may administrate. */
@QuarkusTest
class AdministrationTest implements NotifyFlow {
    /** A path may be written in ways that are another path to a filter in front, and the same to the application. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/channels",
                "/api;x/v1/channels",
                "/api%3Bx/v1/channels",
                "/api/v1/channels;x",
                "//api/v1/channels",
                "/api/v1//channels",
                "/x/../api/v1/channels",
                "/%61pi/v1/channels"
            })
    void isForAdministratorsOnlyHoweverThePathIsWritten(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(401, 404);
    }
}
