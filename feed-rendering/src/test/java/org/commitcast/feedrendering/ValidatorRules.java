package org.commitcast.feedrendering;

import static org.commitcast.feedrendering.Xml.ATOM;
import static org.commitcast.feedrendering.Xml.ITUNES;
import static org.commitcast.feedrendering.Xml.RSS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The rules of the W3C's validator that concern what we write, errors and warnings alike, written down once more.
 *
 * @see <a href="https://github.com/w3c/feedvalidator">the validator</a>
 */
final class ValidatorRules {
    private static final Pattern MAIL_DATE = Pattern.compile(
            "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \\d{4}"
                    + " \\d\\d:\\d\\d:\\d\\d \\+0000");
    private static final Pattern TIMESTAMP = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Pattern ADDRESS = Pattern.compile("[a-z][a-z0-9+.-]*:[0-9A-Za-z;/?:@&=+$.\\-_!~*'()%,#]+");
    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/]+\\.[^/]+(/.*)?");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z]+/[a-z0-9.+-]+");
    private static final Pattern DURATION = Pattern.compile("\\d+(:[0-5]\\d(:[0-5]\\d)?)?");
    private static final Pattern EMAIL_AND_NAME = Pattern.compile("[^@ ]+@[^@ ]+\\.[^@ ]+ \\(.+\\)");
    private static final Set<String> ONCE_IN_CHANNEL = Set.of(
            "title",
            "link",
            "description",
            "language",
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "generator");
    private static final Set<String> RELATIONS = Set.of(
            "self",
            "alternate",
            "hub",
            "enclosure",
            "replies",
            "first",
            "last",
            "next",
            "previous",
            "current",
            "prev-archive",
            "next-archive");

    private final List<String> broken = new ArrayList<>();

    private ValidatorRules() {}

    static List<String> brokenByRss(byte[] feed) {
        ValidatorRules rules = new ValidatorRules();
        rules.check(Xml.root(feed).getAttribute("version").equals("2.0"), "version");
        rules.channel(Xml.channel(feed));
        rules.broken.addAll(VocabularyRules.brokenByRss(feed));
        return rules.broken;
    }

    static List<String> brokenByAtom(byte[] feed) {
        ValidatorRules rules = new ValidatorRules();
        rules.feed(Xml.root(feed));
        rules.broken.addAll(VocabularyRules.brokenByAtom(feed));
        return rules.broken;
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void channel(Element channel) {
        for (String name : ONCE_IN_CHANNEL) {
            check(Xml.children(channel, RSS, name).size() <= 1, name + " stands twice");
        }
        List.of("title", "link", "description")
                .forEach(name -> check(!Xml.text(channel, RSS, name).isBlank(), name + " is missing"));
        check(selfLinks(channel) == 1, "no link to itself");
        links(channel);
        each(channel, RSS, "managingEditor", EMAIL_AND_NAME);
        each(channel, RSS, "webMaster", EMAIL_AND_NAME);
        each(channel, RSS, "pubDate", MAIL_DATE);
        each(channel, RSS, "lastBuildDate", MAIL_DATE);
        each(channel, RSS, "link", ADDRESS);
        itunesOfChannel(channel);
        Set<String> guids = new HashSet<>();
        boolean items = false;
        for (Element child : Xml.children(channel)) {
            boolean item = child.getLocalName().equals("item");
            check(item || !items, child.getNodeName() + " stands behind an item");
            items |= item;
            if (item) {
                item(child);
                check(guids.add(Xml.text(child, RSS, "guid")), "a guid stands twice");
            }
        }
    }

    private void itunesOfChannel(Element channel) {
        if (Xml.children(channel, ITUNES, "explicit").isEmpty()) {
            return;
        }
        check(!Xml.text(channel, RSS, "language").isEmpty(), "language is missing");
        check(!Xml.children(channel, ITUNES, "category").isEmpty(), "itunes:category is missing");
        for (Element owner : Xml.children(channel, ITUNES, "owner")) {
            check(Xml.text(owner, ITUNES, "email").contains("@"), "itunes:email is missing");
        }
        itunes(channel);
        each(channel, ITUNES, "type", Pattern.compile("episodic|serial"));
        each(channel, ITUNES, "new-feed-url", ADDRESS);
    }

    private void itunes(Element parent) {
        for (String name : Set.of("author", "subtitle", "title", "summary", "image", "explicit", "block", "duration")) {
            check(Xml.children(parent, ITUNES, name).size() <= 1, "itunes:" + name + " stands twice");
        }
        check(Xml.text(parent, ITUNES, "author").length() <= 255, "itunes:author is too long");
        check(Xml.text(parent, ITUNES, "subtitle").length() <= 255, "itunes:subtitle is too long");
        check(Xml.text(parent, ITUNES, "summary").length() <= 4000, "itunes:summary is too long");
        each(parent, ITUNES, "explicit", Pattern.compile("true|false"));
        each(parent, ITUNES, "block", Pattern.compile("(?i)yes|no"));
        Xml.children(parent, ITUNES, "image")
                .forEach(image ->
                        check(WEB_ADDRESS.matcher(image.getAttribute("href")).matches(), "itunes:image is no address"));
    }

    private void item(Element item) {
        for (String name : Set.of("title", "link", "guid", "pubDate", "description", "comments", "enclosure")) {
            check(Xml.children(item, RSS, name).size() <= 1, name + " stands twice in an item");
        }
        check(!Xml.text(item, RSS, "title").isBlank(), "an item has no title");
        each(item, RSS, "link", ADDRESS);
        each(item, RSS, "comments", ADDRESS);
        each(item, RSS, "pubDate", MAIL_DATE);
        for (Element category : Xml.children(item, RSS, "category")) {
            check(!category.getTextContent().isBlank(), "a category is blank");
        }
        Element guid = Xml.children(item, RSS, "guid").get(0);
        boolean address = ADDRESS.matcher(guid.getTextContent()).matches();
        check(address || guid.getAttribute("isPermaLink").equals("false"), "a guid is no permanent link");
        List<String> names =
                Xml.children(item).stream().map(Element::getNodeName).toList();
        int content = names.indexOf("content:encoded");
        check(content < 0 || names.indexOf("description") >= 0, "content without a description");
        Xml.children(item, RSS, "enclosure").forEach(this::enclosure);
        itunes(item);
        each(item, ITUNES, "duration", DURATION);
        each(item, ITUNES, "season", Pattern.compile("[1-9]\\d*"));
        each(item, ITUNES, "episode", Pattern.compile("[1-9]\\d*"));
        each(item, ITUNES, "episodeType", Pattern.compile("full|trailer|bonus"));
    }

    private void enclosure(Element enclosure) {
        check(enclosure.getAttribute("length").matches("\\d+"), "an enclosure has no length");
        check(MEDIA_TYPE.matcher(enclosure.getAttribute("type")).matches(), "an enclosure has no type");
        check(WEB_ADDRESS.matcher(enclosure.getAttribute("url")).matches(), "an enclosure is no address");
    }

    private void feed(Element feed) {
        List.of("title", "id", "updated")
                .forEach(name -> check(Xml.children(feed, ATOM, name).size() == 1, name + " is not there once"));
        check(selfLinks(feed) == 1, "no link to itself");
        links(feed);
        each(feed, ATOM, "updated", TIMESTAMP);
        each(feed, ATOM, "id", ADDRESS);
        boolean author = !Xml.children(feed, ATOM, "author").isEmpty();
        Set<String> ids = new HashSet<>();
        for (Element entry : Xml.children(feed, ATOM, "entry")) {
            entry(entry, author);
            check(ids.add(Xml.text(entry, ATOM, "id")), "an id stands twice");
        }
    }

    private void entry(Element entry, boolean author) {
        List.of("title", "id", "updated")
                .forEach(name -> check(!Xml.text(entry, ATOM, name).isBlank(), "an entry has no " + name));
        check(author || !Xml.children(entry, ATOM, "author").isEmpty(), "an entry has no author");
        each(entry, ATOM, "updated", TIMESTAMP);
        each(entry, ATOM, "published", TIMESTAMP);
        each(entry, ATOM, "id", ADDRESS);
        boolean texts = !Xml.children(entry, ATOM, "content").isEmpty()
                || !Xml.children(entry, ATOM, "summary").isEmpty();
        check(texts, "an entry has no text");
        long alternates = Xml.children(entry, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("alternate"))
                .count();
        check(alternates == 1, "an entry has not one page");
        links(entry);
    }

    private void links(Element parent) {
        for (Element link : Xml.children(parent, ATOM, "link")) {
            String type = link.getAttribute("type");
            check(RELATIONS.contains(link.getAttribute("rel")), "an unknown relation");
            check(ADDRESS.matcher(link.getAttribute("href")).matches(), "a link is no address");
            check(type.isEmpty() || MEDIA_TYPE.matcher(type).matches(), "a link has no type");
        }
    }

    private static long selfLinks(Element parent) {
        return Xml.children(parent, ATOM, "link").stream()
                .filter(link -> link.getAttribute("rel").equals("self"))
                .count();
    }

    private void each(Element parent, String namespace, String name, Pattern form) {
        for (Element element : Xml.children(parent, namespace, name)) {
            check(form.matcher(element.getTextContent()).matches(), name + " is " + element.getTextContent());
        }
    }
}
