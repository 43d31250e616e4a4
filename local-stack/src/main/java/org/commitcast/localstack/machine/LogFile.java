package org.commitcast.localstack.machine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a child process wrote since it was started.
 *
 * @param start the file's size at the start: earlier runs wrote what lies before
 */
public record LogFile(Path path, long start) {

    private static final long LARGE = 10L << 20;
    private static final int TAIL = 64 << 10;

    /** Makes the file ready to be appended to; a large one is set aside, in place of the one before it. */
    public static LogFile open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > LARGE) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
    }

    /** The first group of the last line with a match, and where to read more. */
    public String last(Pattern problem) {
        String found = "it gave no reason";
        for (String line : tail()) {
            Matcher matcher = problem.matcher(line);
            found = matcher.find() ? matcher.group(1) : found;
        }
        return found + " (more in " + path + ")";
    }

    private List<String> tail() {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long from = Math.max(start, file.length() - TAIL);
            byte[] bytes = new byte[(int) Math.max(0, file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
