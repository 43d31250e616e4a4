package org.commitcast.localstack.machine;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Programs of the operating system, which differs a little from machine to machine. */
public final class Programs {

    private Programs() {}

    public static boolean exists(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator)).anyMatch(folder -> new File(folder, name).canExecute());
    }

    /** Whether the program runs and ends with 0; its output is discarded. */
    public static boolean succeeds(List<String> words) {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
