package org.commitcast.ingest.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.commitcast.ingest.receipt.ReceiptView.Announced;
import org.commitcast.ingest.receipt.ReceiptView.At;
import org.commitcast.ingest.receipt.ReceiptView.Discussed;
import org.commitcast.ingest.receipt.ReceiptView.Hosted;
import org.commitcast.ingest.receipt.ReceiptView.Imported;
import org.commitcast.ingest.receipt.ReceiptView.InFeed;
import org.commitcast.ingest.receipt.ReceiptView.ItemView;
import org.commitcast.ingest.receipt.ReceiptView.LeftOut;
import org.jspecify.annotations.Nullable;

/** A receipt as one page: no script, no picture, nothing from elsewhere. */
final class ReceiptHtml {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222;"
                    + "background:#fff}h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}code{overflow-wrap:anywhere}"
                    + "table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top;"
                    + "padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ddd}.error{color:#a40000}.warning{color:#7a5200}"
                    + "@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}a{color:#8ab4f8}"
                    + "td,th{border-color:#444}.error{color:#ff8a80}.warning{color:#ffd180}}";
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final Html html = new Html();

    private ReceiptHtml() {}

    static String of(ReceiptView receipt) {
        return new ReceiptHtml().page(receipt);
    }

    private static String digest(String style) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String page(ReceiptView receipt) {
        String shortCommit =
                receipt.commit().substring(0, Math.min(10, receipt.commit().length()));
        html.markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", receipt.site() + " " + shortCommit)
                .markup("<style>" + STYLE + "</style></head><body>")
                .element("h1", receipt.site() + ": what became of a commit")
                .markup("<p>Commit ")
                .element("code", receipt.commit());
        Instant at = receipt.processedAt();
        if (at != null) {
            html.text(", processed " + time(at));
        }
        html.markup("</p>");
        items(receipt);
        findings(receipt);
        return html.markup("</body></html>\n").toString();
    }

    private void items(ReceiptView receipt) {
        html.markup("<h2>Items</h2>");
        var imported = receipt.imported();
        if (imported != null) {
            imported(imported);
        }
        if (receipt.items().isEmpty()) {
            html.markup(imported == null ? nothing(receipt.own()) : "");
            return;
        }
        html.markup("<table><tr><th>Item</th><th>Change</th><th>How far it has come</th></tr>");
        boolean looksAtPages = !Boolean.FALSE.equals(receipt.looksAtPages());
        receipt.items().forEach(item -> item(item, looksAtPages));
        html.markup("</table>");
    }

    private static String nothing(@Nullable String own) {
        return own == null
                ? "<p>The commit changed no item.</p>"
                : "<p>Commitcast's own commit: it publishes the feeds.</p>";
    }

    private void imported(Imported imported) {
        html.markup("<p>")
                .text("The site begins with this commit. Items: " + imported.items() + " imported, " + imported.held()
                        + " held by errors, " + imported.waiting() + " waiting, " + imported.hidden()
                        + " not to be published.");
        At at = imported.inFeed();
        html.text(at == null ? "" : " In the feed " + time(at.at()) + ".").markup("</p>");
    }

    private void item(ItemView item, boolean looksAtPages) {
        String title = item.title() == null ? item.path() : item.title();
        html.markup("<tr><td>")
                .link(item.url() == null ? "" : item.url(), title)
                .markup("<br>")
                .element("code", item.path());
        String previous = item.previousPath();
        if (previous != null) {
            html.markup("<br>from ").element("code", previous);
        }
        html.markup("</td>")
                .element("td", item.change() + (item.quiet() ? ", no news" : ""))
                .markup("<td>");
        stages(item, looksAtPages);
        html.markup("</td></tr>");
    }

    private void stages(ItemView item, boolean looksAtPages) {
        ReceiptView.Stages stages = item.stages();
        stage("parsed", stages.parsed());
        html.text(notOut(item));
        if (!stages.isOut()) {
            return;
        }
        boolean withdrawn = item.outcome().equals("withdrawn");
        InFeed feed = stages.inFeed();
        if (feed != null) {
            html.text((withdrawn ? "out of the feed " : "in the feed ") + time(feed.at()) + " ");
            feed.feeds().forEach(url -> html.link(url, "feed").text(" "));
            List<String> changed = feed.changed();
            html.text(changed == null ? "" : "other than before: " + String.join(", ", changed))
                    .markup("<br>");
            hosted(feed.published());
        }
        LeftOut leftOut = stages.leftOut();
        if (leftOut != null) {
            html.markup("<span class=\"error\">")
                    .text("left out of the feed: " + leftOut.error())
                    .markup("</span><br>");
        }
        if (looksAtPages || withdrawn) {
            stage("live", stages.live());
        } else {
            html.markup("live: nobody looks, the site's gate does not want it<br>");
        }
        stages.announced().forEach(this::announced);
        stages.discussed().forEach(this::discussed);
    }

    private void discussed(Discussed thread) {
        html.text(thread.earlier() == null ? "discussed: " : "discussed before: ")
                .link(thread.url(), thread.platform())
                .text(" " + time(thread.at()));
        WrittenBack written = thread.writtenBack();
        if (written != null) {
            html.text("; " + written.text());
            String proposal = written.proposal();
            if (proposal != null) {
                html.text(" ")
                        .link(
                                proposal,
                                "proposal" + (written.proposalState() == null ? "" : " " + written.proposalState()));
            }
        }
        html.markup("<br>");
    }

    private void hosted(@Nullable Hosted hosted) {
        if (hosted != null) {
            html.text("published to branch " + hosted.branch() + " " + time(hosted.at()) + ", commit ")
                    .element(
                            "code",
                            hosted.commit()
                                    .substring(0, Math.min(10, hosted.commit().length())))
                    .markup("<br>");
        }
    }

    /** Why nothing of it went out; empty where it did. */
    private static String notOut(ItemView item) {
        Instant due = item.due();
        return switch (item.outcome()) {
            case "held" -> "held: an error has to be mended first; what was out stays as it was";
            case "waiting" -> due == null ? "waits for its audio" : "waits for its date, " + time(due);
            case "hidden" -> "not to be published: a draft, or its time is over";
            case "unchanged" -> "nothing of it changed for readers";
            default -> "";
        };
    }

    private void stage(String name, @Nullable At at) {
        if (at != null) {
            html.text(name + " " + time(at.at())).markup("<br>");
        }
    }

    private void announced(Announced one) {
        String url = one.url();
        html.text(one.earlier() == null ? "announced on " : "announced before on ")
                .link(url == null ? "" : url, one.channel());
        html.text(": " + one.status().toLowerCase(java.util.Locale.ROOT) + " " + time(one.at()));
        String waiting = one.waitingFor();
        html.text(waiting == null ? "" : ", waits for " + waiting);
        String error = one.error();
        html.text(error == null ? "" : "; " + error).markup("<br>");
    }

    private void findings(ReceiptView receipt) {
        html.markup("<h2>Findings</h2>");
        if (receipt.findings().isEmpty()) {
            html.markup("<p>Nothing is wrong.</p>");
            return;
        }
        html.markup("<table><tr><th>Where</th><th>Rule</th><th>What to do</th></tr>");
        for (FindingView finding : receipt.findings()) {
            html.markup("<tr><td>")
                    .element("code", finding.path() + ":" + finding.line() + ":" + finding.column())
                    .markup(
                            finding.severity().equals("error")
                                    ? "</td><td class=\"error\">"
                                    : "</td><td class=\"warning\">")
                    .text(finding.severity() + " " + finding.rule())
                    .markup("</td>")
                    .element("td", finding.message())
                    .markup("</tr>");
        }
        html.markup("</table>");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }
}
