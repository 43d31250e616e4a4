package org.commitcast.contentreading.hugo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.yaml.YamlMap;

/** What sections say for all pages below them, in the front matter of their {@code _index.md}. */
final class Sections {

    /** Above the content folder. */
    private static final String END = "/";

    /** By language and folder: a page of one language has nothing of another. */
    private final Map<String, Section> all;

    private final Set<String> drafts = new HashSet<>();

    private final Map<String, YamlMap> dates = new HashMap<>();

    private Sections(Map<String, Section> all) {
        this.all = Map.copyOf(all);
    }

    /**
     * Reads all of them.
     *
     * @param paths every path of the repository
     * @param frontMatter of a section's page
     */
    static Sections of(Stream<String> paths, HugoConfig config, Function<String, YamlMap> frontMatter) {
        var files = new HashMap<String, ContentFile>();
        var said = new HashMap<String, Section>();
        paths.filter(path -> path.startsWith("_index.", path.lastIndexOf('/') + 1))
                .sorted()
                .forEach(path -> ContentFile.of(path, config)
                        .filter(ContentFile::saysOfOthers)
                        .filter(file -> files.putIfAbsent(key(file, file.folder()), file) == null)
                        .ifPresent(file -> said.put(
                                key(file, file.folder()), Section.of(frontMatter.apply(path), config.dates()))));
        said.values().removeIf(Section.SILENT::equals);
        var sections = new Sections(said);
        files.forEach((key, file) -> {
            if (sections.isDraft(key, file)) {
                sections.drafts.add(key);
            }
            var own = said.getOrDefault(key, Section.SILENT).dates();
            var dates = Section.dates(sections.under(own, file), config.dates());
            if (!dates.entries().isEmpty()) {
                sections.dates.put(key, dates);
            }
        });
        return sections;
    }

    /** By its own words, else by what it says for all below, itself included, or what those above say. */
    private boolean isDraft(String key, ContentFile file) {
        var said = all.getOrDefault(key, Section.SILENT).draft();
        return said != null
                ? said
                : under(YamlMap.empty(Position.START), file).truth("draft").orElse(false);
    }

    /** A page's values with those from the sections above, the nearest one first. */
    YamlMap under(YamlMap own, ContentFile file) {
        if (all.isEmpty()) {
            return own;
        }
        var values = own;
        for (var folder = file.folder(); ; folder = above(folder)) {
            for (var cascade :
                    all.getOrDefault(key(file, folder), Section.SILENT).cascades()) {
                values = cascade.concerns(file) ? cascade.under(values) : values;
            }
            if (folder.isEmpty()) {
                return values;
            }
        }
    }

    /** Whether a page lies in a section that is a draft. */
    boolean haveDraftAbove(ContentFile file) {
        return !drafts.isEmpty() && above(file).anyMatch(drafts::contains);
    }

    /** The values of the sections that a page lies in and that are dated. */
    List<YamlMap> datedAbove(ContentFile file) {
        return dates.isEmpty()
                ? List.of()
                : above(file).map(dates::get).filter(Objects::nonNull).toList();
    }

    /** The keys of the sections that a page may lie in, the nearest first. */
    private static Stream<String> above(ContentFile file) {
        return Stream.iterate(file.folder(), folder -> !folder.equals(END), Sections::orEnd)
                .map(folder -> key(file, folder));
    }

    private static String orEnd(String folder) {
        return folder.isEmpty() ? END : above(folder);
    }

    private static String key(ContentFile file, String folder) {
        return file.language().code() + "/" + folder;
    }

    private static String above(String folder) {
        return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
    }
}
