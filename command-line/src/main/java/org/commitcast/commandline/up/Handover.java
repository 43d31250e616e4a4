package org.commitcast.commandline.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.machine.Reasons;
import org.commitcast.localstack.machine.StartFailure;
import org.commitcast.localstack.service.Service;

/** What a developer needs to run by hand the services that were left out. */
record Handover(StackSettings settings, StartedStack stack) {

    /** Writes a file of settings for each service that was left out, and says how to run it. */
    List<String> write() {
        List<String> lines = new ArrayList<>();
        for (Service service : Service.values()) {
            if (!settings.services().contains(service)) {
                lines.add("%s by hand: (set -a; . %s; mvn -pl %s -am test-compile quarkus:dev)"
                        .formatted(
                                service.module(),
                                quoted(environmentFile(service).toString()),
                                service.module()));
            }
        }
        return lines;
    }

    /** As one word of a POSIX shell, whatever is in it. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private Path environmentFile(Service service) {
        Path file = settings.data().resolve("environment").resolve(service.id() + ".env");
        String text = stack.environment(service).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            // It holds passwords.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new StartFailure("The file %s cannot be written (%s).".formatted(file, Reasons.of(e)), e);
        }
    }
}
