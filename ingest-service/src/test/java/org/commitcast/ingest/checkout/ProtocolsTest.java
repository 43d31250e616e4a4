package org.commitcast.ingest.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to repositories that are closed. */
class ProtocolsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"git://forge.example/a", "ftp://forge.example/a", "sftp://forge.example/a", "amazon-s3://a/b"})
    void opensNoOtherProtocols(String url) {
        Protocols.restrict();

        assertThatThrownBy(() -> Transport.open(new URIish(url))).isInstanceOf(NotSupportedException.class);
    }

    @Test
    void keepsThoseThatAddressesMayName() {
        Protocols.restrict();

        assertThat(Transport.getTransportProtocols())
                .flatMap(protocol -> protocol.getSchemes())
                .contains("https", "ssh", "file")
                .doesNotContain("git", "ftp", "sftp", "amazon-s3", "bundle");
    }
}
