package org.commitcast.feedrendering.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            <p>One <b>two</b></p>              | One two
            <a title="a > b">link</a>          | link
            a<script>if (1 < 2) x()</script>b  | ab
            a<STYLE>p { }</Style>b             | ab
            a<!-- <b> -->b                     | ab
            use&lt;..&gt; syntax               | use&lt;..&gt; syntax
            1 < 2                              | 1 &lt; 2
            open <b                            | open
            """)
    void takesTagsAway(String html, String expected) {
        assertThat(PlainText.withoutTags(html)).isEqualTo(expected);
    }

    @Test
    void keepsBlocksApart() {
        assertThat(PlainText.withoutTags("<ul><li>one</li><li>two</li></ul><p>three<br>four</p>"))
                .isEqualTo("one\ntwo\nthree\nfour");
    }

    @Test
    void readsEntitiesForReadersWithoutHtml() {
        assertThat(PlainText.of("<p>It&rsquo;s 1 &lt; 2 &amp; &#x1F600;</p>")).isEqualTo("It’s 1 < 2 & 😀");
    }
}
