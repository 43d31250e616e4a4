package org.commitcast.contentreading.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.junit.jupiter.api.Test;

class AudioProofTest {

    private static final Enclosure CLAIMED = new Enclosure("https://audio.example/a.m4a", 1200L, "audio/x-m4a", 60L);

    private static List<Finding> findings(HostedAudio there, boolean holds) {
        return AudioProof.findings("a.md", new Position(4, 1), CLAIMED, there, holds);
    }

    @Test
    void isContentWithAudioAsClaimed() {
        assertThat(findings(new HostedAudio(null, 1200L, "audio/mp4; codecs=aac", true), true))
                .isEmpty();
    }

    @Test
    void takesTheWordOfServersThatSayNothingOfIt() {
        assertThat(findings(new HostedAudio(null, null, null, true), true)).isEmpty();
        assertThat(findings(new HostedAudio(null, 1200L, "binary/octet-stream", true), true))
                .isEmpty();
    }

    @Test
    void namesMissingAudioAsErrorOnlyWhereItHolds() {
        var missing = HostedAudio.missing("audio.example answered 404");

        assertThat(findings(missing, true)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("enclosure.unreachable");
            assertThat(finding.isError()).isTrue();
            assertThat(finding.message()).contains("audio.example answered 404");
            assertThat(finding.line()).isEqualTo(4);
        });
        assertThat(findings(missing, false)).noneMatch(Finding::isError);
    }

    @Test
    void namesOtherLengthTypeAndMissingRanges() {
        assertThat(findings(new HostedAudio(null, 1300L, "audio/ogg", false), true))
                .extracting(Finding::rule)
                .containsExactly("enclosure.length-differs", "enclosure.type-differs", "enclosure.no-ranges");
    }

    @Test
    void namesPageInPlaceOfAudio() {
        assertThat(findings(new HostedAudio(null, 1200L, "text/html; charset=utf-8", true), true))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("enclosure.not-audio");
                    assertThat(finding.isError()).isTrue();
                });
    }
}
