package org.commitcast.localstack.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PostgreSQL wrote. */
final class ServerLog {

    private static final Pattern PROBLEM = Pattern.compile("(?:FATAL|PANIC|ERROR|error): +(.*)");

    private ServerLog() {}

    /** The last complaint in the log, and where to read more. */
    static String lastProblem(Path log) {
        String problem = "it gave no reason";
        try {
            List<String> lines = Files.readAllLines(log);
            for (String line : lines) {
                Matcher matcher = PROBLEM.matcher(line);
                problem = matcher.find() ? matcher.group(1) : problem;
            }
        } catch (IOException e) {
            problem = "its log cannot be read";
        }
        return problem + " (more in " + log + ")";
    }
}
