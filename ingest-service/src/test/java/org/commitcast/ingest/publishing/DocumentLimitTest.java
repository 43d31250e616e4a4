package org.commitcast.ingest.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.RepositoryFiles;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.ingest.checkout.TooManyFilesException;
import org.junit.jupiter.api.Test;

class DocumentLimitTest {
    private static final RepositoryFiles SHOW = new RepositoryFiles() {
        @Override
        public Stream<String> paths() {
            return Stream.of(
                    "_config.yml", "_posts/2024-03-01-gate.md", "_posts/2024-03-02-moths.md", "assets/gate.png");
        }

        @Override
        public Optional<byte[]> read(String path) {
            return Optional.of(new byte[0]);
        }
    };

    private final ContentReader reader = ContentReader.of(SHOW, SiteSettings.none());

    @Test
    void countsDocumentsOnly() {
        assertThatCode(() -> new DocumentLimit(2).check(SHOW, reader)).doesNotThrowAnyException();
    }

    @Test
    void saysByWhichSettingARepositoryIsRefused() {
        assertThatThrownBy(() -> new DocumentLimit(1).check(SHOW, reader))
                .isInstanceOf(TooManyFilesException.class)
                .hasMessage("The repository has more than 1 documents (commitcast.content.max-documents).");
    }

    @Test
    void warnsASiteThatHasGrownLarger() {
        assertThat(new DocumentLimit(1).warnings(SHOW, reader)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("site.too-many-documents");
            assertThat(finding.isError()).isFalse();
            assertThat(finding.message()).contains("more than 1 documents (commitcast.content.max-documents)");
        });
        assertThat(new DocumentLimit(2).warnings(SHOW, reader)).isEmpty();
    }

    @Test
    void bearsMoreInALargerHeap() {
        assertThat(DocumentLimit.ofHeap(160L << 20).most()).isEqualTo(30_000);
        assertThat(DocumentLimit.ofHeap(1L << 30).most()).isEqualTo(192_000);
        assertThat(DocumentLimit.ofHeap(Long.MAX_VALUE).most()).isEqualTo(1_000_000);
        assertThat(DocumentLimit.ofHeap(1).most()).isEqualTo(1_000);
    }
}
