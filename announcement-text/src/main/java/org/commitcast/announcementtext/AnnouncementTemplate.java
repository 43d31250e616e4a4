package org.commitcast.announcementtext;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A text with places for values. */
public final class AnnouncementTemplate {
    /** What gives way first when the text is too long. The link is not among them. */
    private static final List<Key> GIVING_WAY = List.of(Key.SUMMARY, Key.TAGS, Key.AUTHORS);

    private final List<Line> lines;

    private AnnouncementTemplate(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * Reads a template.
     *
     * @throws WrongTemplateException naming the key that does not exist or the brace that is wrong, or where it is empty
     */
    public static AnnouncementTemplate parse(String text) {
        if (text.isBlank()) {
            throw new WrongTemplateException("the template is empty");
        }
        return new AnnouncementTemplate(TemplateReader.read(text));
    }

    /** Whether it has a place for this value. */
    public boolean shows(Key key) {
        return lines.stream().anyMatch(line -> line.parts().contains(new Part.Value(key)));
    }

    /**
     * The text for these values, in the platform's form. A line whose values are all missing is left out. What is too
     * long is shortened at a word: first the summary, then tags and authors, then the longer one of title and show, then
     * the other; the link is always whole.
     */
    public String write(Map<Key, String> values, TextForm form) {
        Map<Key, String> shown = new EnumMap<>(Key.class);
        shown.putAll(values);
        for (Key key : givingWay(values)) {
            if (fits(shown, form)) {
                return text(shown, form.markup());
            }
            String whole = shown.getOrDefault(key, "");
            shown.put(key, Shortening.cut(whole, candidate -> {
                Map<Key, String> tried = new EnumMap<>(shown);
                tried.put(key, candidate);
                return fits(tried, form);
            }));
        }
        return fits(shown, form) ? text(shown, form.markup()) : lastResort(shown, form);
    }

    private static List<Key> givingWay(Map<Key, String> values) {
        boolean longShow = values.getOrDefault(Key.SHOW, "").length()
                > values.getOrDefault(Key.TITLE, "").length();
        List<Key> keys = new ArrayList<>(GIVING_WAY);
        keys.addAll(longShow ? List.of(Key.SHOW, Key.TITLE) : List.of(Key.TITLE, Key.SHOW));
        return keys;
    }

    private boolean fits(Map<Key, String> values, TextForm form) {
        return form.limit().fits(text(values, form.markup()));
    }

    /** Even without values the template's own words are too long; cut, they may be markup no longer, so none is. */
    private String lastResort(Map<Key, String> shown, TextForm form) {
        Markup markup = form.markup();
        String url = shown.getOrDefault(Key.URL, "");
        String link = url.isEmpty() ? "" : markup.of(Key.URL, url);
        String plain = text(shown, Markup.PLAIN);
        String words = url.isEmpty() ? plain : plain.replace(url, "").strip();
        String cut = Shortening.cut(
                words, candidate -> form.limit().fits((markup.of(Key.TITLE, candidate) + " " + link).strip()));
        return (markup.of(Key.TITLE, cut) + " " + link).strip();
    }

    private String text(Map<Key, String> values, Markup markup) {
        StringJoiner text = new StringJoiner("\n");
        for (Line line : lines) {
            if (!line.idle(values)) {
                text.add(line.text(values, markup).replaceAll(" {2,}", " ").strip());
            }
        }
        return text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }
}
