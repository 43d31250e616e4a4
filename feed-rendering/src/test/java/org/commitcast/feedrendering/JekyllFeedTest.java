package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentreading.adoption.AdoptedFeed;
import org.commitcast.contentreading.adoption.FeedItems;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * The Atom of blogs as the plugin jekyll-feed has made it, beside ours of the same files.
 *
 * @see <a href="https://github.com/jekyll/jekyll-feed">jekyll-feed</a>
 */
class JekyllFeedTest {
    @ParameterizedTest
    @CsvSource({"lamplight, 20", "quay, 3"})
    void takesOverTheIdsOfTheFeedThatIsAdopted(String name, int limit) throws XMLStreamException {
        JekyllBlog blog = JekyllBlog.of(name);

        agree(blog.feed(limit, new AdoptedFeed(FeedItems.read(blog.itsOwnFeed()))), blog.itsOwnFeed());
    }

    @ParameterizedTest
    @CsvSource({"lamplight, 20", "quay, 3"})
    void makesTheSameIdsForNewPosts(String name, int limit) {
        JekyllBlog blog = JekyllBlog.of(name).withGuids(":page_id");

        agree(blog.feed(limit, new AdoptedFeed(List.of())), blog.itsOwnFeed());
    }

    private static void agree(byte[] ours, byte[] theirs) {
        assertThat(each(ours, entry -> Xml.text(entry, Xml.ATOM, "id")))
                .isEqualTo(each(theirs, entry -> Xml.text(entry, Xml.ATOM, "id")));
        assertThat(each(ours, JekyllFeedTest::page)).isEqualTo(each(theirs, JekyllFeedTest::page));
        assertThat(each(ours, entry -> instant(entry, "published")))
                .isEqualTo(each(theirs, entry -> instant(entry, "published")));
        assertThat(each(ours, entry -> instant(entry, "updated")))
                .isEqualTo(each(theirs, entry -> instant(entry, "updated")));
        assertThat(each(ours, entry -> content(entry).html()))
                .isEqualTo(each(theirs, entry -> content(entry).html()));
        assertThat(each(ours, JekyllFeedTest::summary)).isEqualTo(each(theirs, JekyllFeedTest::summary));
    }

    private static List<String> each(byte[] feed, Function<Element, String> said) {
        return Xml.children(Xml.root(feed), Xml.ATOM, "entry").stream()
                .map(said)
                .toList();
    }

    private static String page(Element entry) {
        return Xml.children(entry, Xml.ATOM, "link").get(0).getAttribute("href");
    }

    private static String instant(Element entry, String name) {
        return OffsetDateTime.parse(Xml.text(entry, Xml.ATOM, name)).toInstant().toString();
    }

    private static String summary(Element entry) {
        return Jsoup.parse(Xml.text(entry, Xml.ATOM, "summary")).text();
    }

    /** As a reader has it on the entry's page: addresses absolute, white space where it is seen. */
    private static Document content(Element entry) {
        Document html = Jsoup.parse(Xml.text(entry, Xml.ATOM, "content").strip(), page(entry));
        withoutColours(html);
        for (String name : List.of("href", "src")) {
            html.select("[" + name + "]:not([" + name + "^=#])").forEach(node -> node.attr(name, node.absUrl(name)));
        }
        html.select("pre > code").forEach(code -> code.text(code.wholeText().stripTrailing()));
        html.body().nodeStream(TextNode.class).forEach(JekyllFeedTest::collapse);
        return html;
    }

    private static void collapse(TextNode text) {
        var parent = text.parent();
        if (parent == null || parent.closest("pre") == null) {
            text.text(text.getWholeText().replaceAll("[ \\n]+", " "));
        }
    }

    /** What Jekyll's highlighter puts around code and into it says nothing without the style sheet of the page. */
    private static void withoutColours(Document html) {
        html.select("code span, div.highlighter-rouge, div.highlight, figure.highlight")
                .unwrap();
        html.select("code, pre").forEach(org.jsoup.nodes.Element::clearAttributes);
    }
}
