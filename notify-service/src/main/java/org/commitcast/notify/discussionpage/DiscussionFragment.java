package org.commitcast.notify.discussionpage;

import java.util.ArrayList;
import java.util.List;
import org.commitcast.notify.discussionpage.DiscussionDocument.Talk;
import org.commitcast.notify.html.Html;
import org.commitcast.notify.html.PlatformNames;
import org.jspecify.annotations.Nullable;

/** Discussions as a piece of HTML: for an iframe, or put into a page by the server. No script, no style, no picture. */
final class DiscussionFragment {
    /** What users of a site link to is not the site's own word. */
    private static final String RELATION = "ugc nofollow noopener";

    private static final String LANGUAGE_TAG = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";

    private DiscussionFragment() {}

    static String of(DiscussionDocument document, @Nullable String language) {
        Html html = new Html().markup("<section class=\"commitcast-discussions\"");
        if (language != null && language.matches(LANGUAGE_TAG)) {
            html.attribute("lang", language);
        }
        html.markup(">\n");
        if (document.threads().isEmpty()) {
            html.markup("<p lang=\"en\">No discussion is known yet.</p>\n");
        } else {
            html.markup("<ul>\n");
            document.threads().forEach(thread -> write(thread, html));
            html.markup("</ul>\n");
        }
        if (document.more() != null) {
            html.markup("<p lang=\"en\">")
                    .text("and " + document.more() + " more")
                    .markup("</p>\n");
        }
        return html.markup("</section>\n").toString();
    }

    private static void write(Talk thread, Html html) {
        html.markup("<li").attribute("class", "commitcast-" + kind(thread)).markup(">");
        html.link(thread.url(), RELATION, PlatformNames.of(thread.platform()));
        if (thread.title() != null) {
            html.markup(" <span dir=\"auto\">").text(thread.title()).markup("</span>");
        }
        String counters = counters(thread);
        if (!counters.isEmpty()) {
            html.markup(" <span lang=\"en\">").text(counters).markup("</span>");
        }
        html.markup("</li>\n");
    }

    private static String kind(Talk thread) {
        return thread.primary() ? "thread" : "mention";
    }

    private static String counters(Talk thread) {
        List<String> counters = new ArrayList<>();
        if (thread.score() != null) {
            counters.add(thread.score() + (thread.score() == 1 ? " point" : " points"));
        }
        if (thread.comments() != null) {
            counters.add(thread.comments() + (thread.comments() == 1 ? " comment" : " comments"));
        }
        return String.join(", ", counters);
    }
}
