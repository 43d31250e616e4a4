package org.commitcast.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commitcast.contentevents.Topic;
import org.junit.jupiter.api.Test;

/** The documentation and what it is about. */
class DocumentationTest {
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(COMMITCAST_[A-Z_]+)` \\|");
    private static final Pattern TYPE = Pattern.compile("\"ce_type\" : \"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void listsEverySettingOfTheServicesAndNoOther() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String service : Project.SERVICES) {
            read.addAll(Project.variables(service));
        }

        assertThat(all(SETTING, Project.text("docs/operations.md"))).isEqualTo(read);
    }

    @Test
    void namesEveryTopicAndType() throws IOException {
        String events = Project.text("docs/events.md");

        for (Topic topic : Topic.values()) {
            assertThat(events).contains("`" + topic.topicName() + "`");
        }
        for (Path sample : files("content-events/src/test/resources/golden", ".json")) {
            assertThat(events).contains(all(TYPE, Files.readString(sample)));
        }
    }

    @Test
    void linksToFilesThatExist() throws IOException {
        for (Path page : pages()) {
            for (String target : all(LINK, Files.readString(page))) {
                if (!target.contains("://")) {
                    assertThat(page.resolveSibling(target))
                            .as("link in " + Project.HOME.relativize(page))
                            .exists();
                }
            }
        }
    }

    private static List<Path> pages() throws IOException {
        return Stream.of(files("docs", ".md"), files("docs/adr", ".md"), files("", ".md"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(Project.HOME.resolve(folder))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).as(folder).isNotEmpty();
            return found;
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
