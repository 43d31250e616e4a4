package org.commitcast.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Git as people run it in a terminal: a second opinion on what was pushed. */
final class CommandLineGit {
    private final Path repository;

    CommandLineGit(Path repository) {
        this.repository = repository;
    }

    /** The lines that a command prints; it must succeed. */
    List<String> run(String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + printed);
            }
            return printed.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean succeeds(String... words) {
        try {
            run(words);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
