package org.commitcast.ingest.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may administrate. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AdministrationTest {
    /** A path may be written in ways that are another path to a filter in front, and the same to the application. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sites",
                "/api;x/v1/sites",
                "/api%3Bx/v1/sites",
                "/api/v1/sites;x",
                "//api/v1/sites",
                "/api/v1//sites",
                "/x/../api/v1/sites",
                "/%61pi/v1/sites"
            })
    void isForAdministratorsOnlyHoweverThePathIsWritten(String path) {
        int status = given().urlEncodingEnabled(false).get(path).statusCode();

        assertThat(status).isIn(401, 404);
    }
}
