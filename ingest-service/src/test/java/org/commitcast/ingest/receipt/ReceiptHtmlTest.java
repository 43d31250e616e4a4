package org.commitcast.ingest.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.commitcast.ingest.receipt.ReceiptView.Announced;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.commitcast.ingest.receipt.ReceiptView.Discussed;
import org.commitcast.ingest.receipt.ReceiptView.InFeed;
import org.commitcast.ingest.receipt.ReceiptView.ItemView;
import org.commitcast.ingest.receipt.ReceiptView.LeftOut;
import org.commitcast.ingest.receipt.ReceiptView.Stages;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptHtmlTest {
    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");
    private static final String ATTACK = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\u0007\u202E&amp;";

    private static ReceiptView receipt(String text, String address) {
        return receipt(text, address, true, "published", null);
    }

    private static ReceiptView receipt(
            String text, String address, boolean out, String outcome, @Nullable Instant due) {
        var stages = new Stages(
                new At(AT),
                out,
                new InFeed(AT, List.of(address), List.of("title", text), null),
                new LeftOut(text),
                new At(AT),
                List.of(new Announced(text, "SENT", AT, address, text, text, null)),
                List.of(new Discussed(
                        text, address, AT, null, new WrittenBack("proposed", text, text, address, "open", text))));
        var item = new ItemView("id", "moved", "EPISODE", text, text, text, text, address, false, outcome, due, stages);
        var finding = new FindingView("date.invalid", "error", text, 3, 1, text);
        return new ReceiptView(
                "show",
                "0123456789abcdef",
                "processed",
                AT,
                null,
                null,
                List.of(item),
                true,
                null,
                null,
                null,
                List.of(finding));
    }

    @Test
    void tellsItemsStagesAndFindings() {
        var page = Jsoup.parse(ReceiptHtml.of(receipt("The pond", "https://show.example/pond/")));

        assertThat(page.title()).isEqualTo("show 0123456789");
        assertThat(page.select("td a[href=https://show.example/pond/]").eachText())
                .containsExactly("The pond", "feed", "The pond", "The pond", "proposal open");
        assertThat(page.text())
                .contains("parsed 2026-05-01 10:00:00 UTC")
                .contains("in the feed 2026-05-01 10:00:00 UTC feed other than before: title, The pond")
                .contains("error date.invalid");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "held | | held: an error has to be mended first",
                "waiting | 2026-06-01T10:00:00Z | waits for its date, 2026-06-01 10:00:00 UTC",
                "waiting | | waits for its audio",
                "hidden | | not to be published: a draft, or its time is over",
                "unchanged | | nothing of it changed for readers"
            })
    void saysWhyAnItemIsNotOut(String outcome, @Nullable Instant due, String words) {
        String html = ReceiptHtml.of(receipt("The pond", "https://show.example/pond/", false, outcome, due));

        assertThat(Jsoup.parse(html).text()).contains(words).doesNotContain("in the feed");
    }

    @Test
    void saysThatAWithdrawnItemIsOutOfTheFeed() {
        String html = ReceiptHtml.of(receipt("The pond", "https://show.example/pond/", true, "withdrawn", null));

        assertThat(Jsoup.parse(html).text())
                .contains("out of the feed 2026-05-01 10:00:00 UTC")
                .doesNotContain("in the feed");
    }

    @Test
    void saysWhenItWasDiscussedAndWhyItCouldNotBeAnnounced() {
        String page = Jsoup.parse(ReceiptHtml.of(receipt("The pond", "https://show.example/pond/")))
                .text();

        assertThat(page)
                .contains(
                        "discussed: The pond 2026-05-01 10:00:00 UTC; its link is proposed on the branch The pond: The pond"
                                + " proposal open")
                .contains("sent 2026-05-01 10:00:00 UTC, waits for The pond; The pond");
    }

    @Test
    void showsTextsOfOthersAsTextsOnly() {
        String html = ReceiptHtml.of(receipt(ATTACK, "https://show.example/?\"><script>alert(3)</script>"));
        var page = Jsoup.parse(html);

        assertThat(page.select("script, img, iframe, object, form, link, [onerror], [onclick]"))
                .isEmpty();
        assertThat(page.select("table").text())
                .contains("<script>alert(1)</script>")
                .contains("&amp;");
        assertThat(html).doesNotContain("\u0007").doesNotContain("\u202E");
    }

    @Test
    void linksToTheWebOnly() {
        for (String address :
                List.of("javascript:alert(1)", "data:text/html,x", "//evil.example/", "/path", "file:///etc")) {
            assertThat(Jsoup.parse(ReceiptHtml.of(receipt("The pond", address))).select("a"))
                    .isEmpty();
        }
    }
}
