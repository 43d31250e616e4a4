package org.commitcast.localstack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {

    private final Path file;

    SecretFileTest(@TempDir Path folder) {
        this.file = folder.resolve("secret");
    }

    @Test
    void isMadeOnceAndReadableByItsOwnerOnly() throws IOException {
        String first = SecretFile.token(file, 32);

        assertThat(SecretFile.token(file, 32)).isEqualTo(first).hasSize(43);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsAKeyOfExactlyTheBytesAskedFor() {
        assertThat(Base64.getDecoder().decode(SecretFile.key(file, 32))).hasSize(32);
    }

    @Test
    void isNotReplacedWhenItWasLost() throws IOException {
        Files.writeString(file, "\n");

        assertThatThrownBy(() -> SecretFile.token(file, 32))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("is empty");
    }
}
