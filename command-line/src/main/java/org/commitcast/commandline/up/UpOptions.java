package org.commitcast.commandline.up;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.commandline.arguments.Options;
import org.commitcast.commandline.arguments.UsageProblem;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.service.Service;

/** What {@code commitcast up} can be told. */
final class UpOptions {

    static final String USAGE =
            """
            Usage: commitcast up [--data DIR] [--port-base N] [--host ADDRESS] [--only PARTS]
                                 [--kafka HOST:PORT] [--database URL]
              --data DIR          keep everything there (default: .commitcast beside the command)
              --port-base N       ingest listens on N+1, feed on N+2, notify on N+3 (default: 8080)
              --host ADDRESS      listen on that address (default: 127.0.0.1)
              --only PARTS        of kafka,database,ingest,feed,notify: for running a service by hand;
                                  Kafka and PostgreSQL start in any case
              --kafka HOST:PORT   use that Kafka instead of the embedded one
              --database URL      use that PostgreSQL: postgresql://USER:PASSWORD@HOST:PORT
            """;

    /** Leaves room for the management ports, which are 1003 above at most. */
    private static final int HIGHEST_BASE = 64_000;

    private static final Set<String> KNOWN =
            Set.of("--data", "--port-base", "--host", "--only", "--kafka", "--database");

    private static final Set<String> BACKENDS = Set.of("kafka", "database");

    private UpOptions() {}

    static StackSettings parse(List<String> words, Path home) {
        Options options = Options.of(words, KNOWN);
        Path data = options.value("--data").map(UpOptions::folder).orElse(home.resolve(".commitcast"));
        StackSettings settings = StackSettings.of(home, data)
                .onPortBase(
                        options.value("--port-base").map(UpOptions::portBase).orElse(StackSettings.DEFAULT_PORT_BASE))
                .onHost(options.value("--host").orElse(StackSettings.LOOPBACK))
                .only(options.value("--only").map(UpOptions::services).orElse(EnumSet.allOf(Service.class)));
        settings = options.value("--kafka").map(settings::withKafka).orElse(settings);
        return options.value("--database").map(settings::withDatabase).orElse(settings);
    }

    private static Path folder(String text) {
        try {
            return Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new UsageProblem("--data %s is not a folder's name.".formatted(text));
        }
    }

    private static int portBase(String text) {
        Optional<Integer> number = Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(base -> base > 0 && base <= HIGHEST_BASE);
        return number.orElseThrow(
                () -> new UsageProblem("--port-base %s is not a number from 1 to %d.".formatted(text, HIGHEST_BASE)));
    }

    private static Set<Service> services(String text) {
        return Stream.of(text.split(",", -1))
                .flatMap(name -> service(name.strip()).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Service.class)));
    }

    private static Optional<Service> service(String name) {
        Optional<Service> service =
                Stream.of(Service.values()).filter(one -> one.id().equals(name)).findFirst();
        if (service.isEmpty() && !BACKENDS.contains(name)) {
            throw new UsageProblem(
                    "--only does not know %s: kafka, database, ingest, feed and notify.".formatted(name));
        }
        return service;
    }
}
