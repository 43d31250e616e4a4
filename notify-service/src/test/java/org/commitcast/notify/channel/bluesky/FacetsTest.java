package org.commitcast.notify.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FacetsTest {
    private static final String URL = "https://turning.example/a#b";

    @Test
    void countsInBytesBehindCharactersOfSeveral() {
        assertThat(Facets.of("Käse 👩‍👩‍👧: " + URL, URL).toString())
                .isEqualTo(
                        """
                        [{"index":{"byteStart":26,"byteEnd":53},"features":[{"$type":"app.bsky.richtext.facet#link",\
                        "uri":"https://turning.example/a#b"}]}]""");
    }

    @Test
    void findsHashtagsAndWhatIsNone() {
        assertThat(Facets.of("C# on #WoodTurning, #12 and a#b: " + URL + " #Ümlaut", URL)
                        .findValuesAsText("tag"))
                .containsExactly("WoodTurning", "Ümlaut");
    }

    @Test
    void mentionsNobody() {
        assertThat(Facets.of("Ask @somebody.example", URL)).isEmpty();
    }
}
