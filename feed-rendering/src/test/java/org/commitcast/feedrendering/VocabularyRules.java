package org.commitcast.feedrendering;

import static org.commitcast.feedrendering.Xml.ATOM;
import static org.commitcast.feedrendering.Xml.ITUNES;
import static org.commitcast.feedrendering.Xml.RSS;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The rules of the W3C's validator for which elements there are, for pictures, languages, people and recordings. */
final class VocabularyRules {
    private static final Set<String> IN_CHANNEL = Set.of(
            "title",
            "link",
            "description",
            "language",
            "copyright",
            "managingEditor",
            "webMaster",
            "pubDate",
            "lastBuildDate",
            "category",
            "generator",
            "docs",
            "cloud",
            "ttl",
            "image",
            "item");
    private static final Set<String> IN_ITEM = Set.of(
            "title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source");
    private static final Set<String> IN_FEED = Set.of(
            "title",
            "subtitle",
            "link",
            "id",
            "updated",
            "rights",
            "icon",
            "logo",
            "author",
            "category",
            "generator",
            "entry");
    private static final Set<String> IN_ENTRY = Set.of(
            "title",
            "link",
            "id",
            "published",
            "updated",
            "content",
            "summary",
            "author",
            "category",
            "rights",
            "source");
    /** Of the podcast's directory, that it plays. */
    private static final Pattern RECORDING = Pattern.compile(".*\\.(m4a|mp3|mov|mp4|m4v|pdf|epub)");

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpg|jpeg|gif|png)|.*\\.[^.]*\\W[^.]*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    /** Of RFC 5005: they say something of feeds, nothing of entries. */
    private static final Set<String> OF_PAGES =
            Set.of("current", "first", "last", "next", "next-archive", "prev-archive", "previous");

    private final List<String> broken = new ArrayList<>();

    private VocabularyRules() {}

    static List<String> brokenByRss(byte[] feed) {
        VocabularyRules rules = new VocabularyRules();
        Element channel = Xml.channel(feed);
        rules.known(channel, RSS, IN_CHANNEL);
        rules.language(Xml.text(channel, RSS, "language"));
        Xml.children(channel, RSS, "image").forEach(image -> rules.image(channel, image));
        boolean podcast = !Xml.children(channel, ITUNES, "explicit").isEmpty();
        for (Element item : Xml.children(channel, RSS, "item")) {
            rules.known(item, RSS, IN_ITEM);
            boolean twice = !Xml.children(item, RSS, "author").isEmpty()
                    && Xml.children(item).stream()
                            .anyMatch(child -> child.getNodeName().equals("dc:creator"));
            rules.check(!twice, "an author is said twice");
            for (Element enclosure : Xml.children(item, RSS, "enclosure")) {
                boolean playable =
                        RECORDING.matcher(enclosure.getAttribute("url")).matches();
                rules.check(!podcast || playable, "an enclosure is nothing that directories play");
            }
        }
        return rules.broken;
    }

    static List<String> brokenByAtom(byte[] feed) {
        VocabularyRules rules = new VocabularyRules();
        Element root = Xml.root(feed);
        rules.known(root, ATOM, IN_FEED);
        rules.language(root.getAttribute("xml:lang"));
        rules.people(root);
        for (Element entry : Xml.children(root, ATOM, "entry")) {
            rules.known(entry, ATOM, IN_ENTRY);
            rules.language(entry.getAttribute("xml:lang"));
            rules.people(entry);
            for (Element category : Xml.children(entry, ATOM, "category")) {
                rules.check(!category.getAttribute("term").isBlank(), "a category is blank");
            }
            for (Element link : Xml.children(entry, ATOM, "link")) {
                rules.check(!OF_PAGES.contains(link.getAttribute("rel")), "an entry is said to have pages");
                rules.check(link.getTextContent().isEmpty(), "a link has a text");
                rules.check(link.getAttribute("length").matches("\\d*"), "a length is no number");
            }
        }
        return rules.broken;
    }

    private void check(boolean holds, String rule) {
        if (!holds) {
            broken.add(rule);
        }
    }

    private void known(Element parent, String namespace, Set<String> names) {
        for (Element child : Xml.children(parent)) {
            boolean ours = namespace.equals(child.getNamespaceURI() == null ? RSS : child.getNamespaceURI());
            check(!ours || names.contains(child.getLocalName()), child.getLocalName() + " is not known");
        }
    }

    private void language(String said) {
        check(said.isEmpty() || LANGUAGE.matcher(said).matches(), "a language is " + said);
    }

    private void image(Element channel, Element image) {
        for (String name : List.of("title", "link")) {
            check(
                    Xml.text(image, RSS, name).equals(Xml.text(channel, RSS, name)),
                    "the image's " + name + " is not the channel's");
        }
        check(PICTURE.matcher(Xml.text(image, RSS, "url")).matches(), "the image is no picture");
    }

    private void people(Element parent) {
        for (Element author : Xml.children(parent, ATOM, "author")) {
            String name = Xml.text(author, ATOM, "name");
            check(!name.isBlank() && name.indexOf('@') < 0, "an author has no name");
            check(Xml.children(author, ATOM, "name").size() == 1, "an author has not one name");
        }
    }
}
