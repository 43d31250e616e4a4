package org.commitcast.notify.submission;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.html.Html;
import org.commitcast.notify.html.PlatformNames;
import org.jspecify.annotations.Nullable;

/** The pages: no script, no picture, nothing from elsewhere. */
final class SubmissionHtml {
    private static final String STYLE =
            "body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;color:#222;"
                    + "background:#fff}h1{font-size:1.3rem}a{overflow-wrap:anywhere}input[type=url]{width:100%;"
                    + "box-sizing:border-box;padding:.5rem;font:inherit}button{padding:.5rem 1rem;font:inherit}"
                    + ".problem{color:#a40000}@media(prefers-color-scheme:dark){body{color:#ddd;background:#181818}"
                    + "a{color:#8ab4f8}.problem{color:#ff8a80}}";

    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'sha256-" + digest(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private SubmissionHtml() {}

    /**
     * What was given so far.
     *
     * @param url as it was typed
     * @param problem why it was not taken; absent where nothing was given yet
     * @param canInsist whether it is taken if the person says so
     */
    record Given(String url, @Nullable String problem, boolean canInsist) {
        static final Given NOTHING = new Given("", null, false);
    }

    static String form(ContentSnapshot item, Wanted wanted, Given given) {
        Html html = page("Submit: " + item.title())
                .element("h1", item.title())
                .markup("<p>1. ")
                .link(wanted.form().toString(), "noopener noreferrer", "Submit it to " + wanted.place())
                .markup(". The form there is filled in.</p>")
                .markup("<form method=\"post\"><p><label for=\"url\">2. Then paste the thread's address here:</label>")
                .markup("<input type=\"url\" id=\"url\" name=\"url\" required maxlength=\"2000\" autocomplete=\"off\"")
                .attribute("value", given.url())
                .markup("></p>");
        String problem = given.problem();
        if (problem != null) {
            html.markup("<p class=\"problem\" role=\"alert\">").text(problem).markup("</p>");
        }
        if (given.canInsist()) {
            html.markup("<p><label><input type=\"checkbox\" name=\"sure\" value=\"yes\"> ")
                    .text("It is about it all the same")
                    .markup("</label></p>");
        }
        return end(html.markup("<p><button>Record it</button></p></form>"));
    }

    static String done(ContentSnapshot item, String platform, String thread, String checked) {
        return end(
                page("Recorded")
                        .element("h1", "Recorded. Thank you!")
                        .markup("<p>")
                        .link(thread, "noopener noreferrer", thread)
                        .text(" is the discussion of “" + item.title() + "” on " + PlatformNames.of(platform) + ". ")
                        .text(checked)
                        .markup(
                                "</p><p>The feed names it shortly, and it is written into the document where the site wants it.</p>"));
    }

    static String message(String title, String text) {
        return end(page(title).element("h1", title).element("p", text));
    }

    private static Html page(String title) {
        return new Html()
                .markup("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .markup("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .element("title", title)
                .markup("<style>" + STYLE + "</style></head><body>");
    }

    private static String end(Html html) {
        return html.markup("</body></html>\n").toString();
    }

    private static String digest(String style) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
