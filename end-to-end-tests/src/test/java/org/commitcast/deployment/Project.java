package org.commitcast.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The project's files, and what they say of the services' settings. */
final class Project {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final List<String> SERVICES = List.of("ingest-service", "feed-service", "notify-service");

    private static final String DEFAULTS = "src/main/resources/META-INF/microprofile-config.properties";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(COMMITCAST_[A-Z_]+)(:)?");

    private Project() {}

    static String text(String path) throws IOException {
        return Files.readString(HOME.resolve(path));
    }

    /** The variables that a service reads. */
    static Set<String> variables(String service) throws IOException {
        return variables(service, false);
    }

    /** The variables without which it does not start. */
    static Set<String> requiredVariables(String service) throws IOException {
        return variables(service, true);
    }

    private static Set<String> variables(String service, boolean withoutDefault) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : settings(service)) {
            Matcher matcher = VARIABLE.matcher(Files.readString(file));
            while (matcher.find()) {
                if (!withoutDefault || matcher.group(2) == null) {
                    names.add(matcher.group(1));
                }
            }
        }
        return names;
    }

    /** Its own file, and the defaults of the modules that it is made of. */
    private static List<Path> settings(String service) throws IOException {
        Path own = HOME.resolve(service).resolve("src/main/resources/application.properties");
        try (Stream<Path> modules = Files.list(HOME)) {
            return Stream.concat(
                            Stream.of(own),
                            modules.map(module -> module.resolve(DEFAULTS)).filter(Files::isRegularFile))
                    .toList();
        }
    }
}
