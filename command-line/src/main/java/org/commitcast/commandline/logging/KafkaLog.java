package org.commitcast.commandline.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.commitcast.localstack.machine.Reasons;
import org.commitcast.localstack.machine.StartFailure;

/** Kafka runs inside the command and logs much: into a file, so that the terminal shows our own lines only. */
public final class KafkaLog {

    private static final int BYTES = 10 << 20;
    private static final String LINE = "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n";

    /** Kept for the life of the process: the log manager itself holds loggers weakly. */
    private static final Logger ROOT = Logger.getLogger("");

    private KafkaLog() {}

    /** From now on everything is logged to {@code kafka.0.log} in that folder. */
    public static void writeTo(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", LINE);
        LogManager.getLogManager().reset();
        try {
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(folder.resolve("kafka.%g.log").toString(), BYTES, 2, true);
            file.setFormatter(new SimpleFormatter());
            ROOT.addHandler(file);
            // At INFO Kafka writes some ten lines for each of hundreds of partitions.
            ROOT.setLevel(Level.WARNING);
        } catch (IOException e) {
            throw new StartFailure(
                    "The data folder %s cannot be written to (%s): give another one with --data."
                            .formatted(folder.getParent(), Reasons.of(e)),
                    e);
        }
    }
}
