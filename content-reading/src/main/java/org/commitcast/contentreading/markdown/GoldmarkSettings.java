package org.commitcast.contentreading.markdown;

import java.util.Optional;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * How a site has set goldmark, as far as it shows in the content.
 *
 * @param typographer whether quotes and dashes are set
 * @param linkify whether bare addresses are links
 * @param rawHtml whether HTML in the text is kept
 * @param headingIds whether headings have ids
 * @see <a href="https://gohugo.io/configuration/markup/#goldmark">the settings</a>
 */
public record GoldmarkSettings(boolean typographer, boolean linkify, boolean rawHtml, boolean headingIds) {

    /** What Hugo does unless told otherwise. */
    public static final GoldmarkSettings USUAL = new GoldmarkSettings(true, true, false, true);

    /** CommonMark with the extensions of GitHub, for sites that no tool is known of. */
    public static final GoldmarkSettings PLAIN = new GoldmarkSettings(false, true, true, true);

    /** CommonMark with tables, footnotes and tasks, as Zola reads it unless told otherwise. */
    public static final GoldmarkSettings WITHOUT_LINKS = new GoldmarkSettings(false, false, true, true);

    /**
     * What a site's configuration says, and Hugo's own default for the rest.
     *
     * @param config keys in lower case
     */
    public static GoldmarkSettings read(YamlMap config) {
        var goldmark = config.map("markup").map("goldmark");
        var extensions = goldmark.map("extensions");
        var typographer = extensions
                .truth("typographer")
                .or(() -> extensions.map("typographer").truth("disable").map(off -> !off));
        return new GoldmarkSettings(
                or(typographer, USUAL.typographer),
                or(extensions.truth("linkify"), USUAL.linkify),
                or(goldmark.map("renderer").truth("unsafe"), USUAL.rawHtml),
                or(goldmark.map("parser").truth("autoheadingid"), USUAL.headingIds));
    }

    private static boolean or(Optional<Boolean> said, boolean usual) {
        return said.orElse(usual);
    }
}
