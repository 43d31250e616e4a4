package org.commitcast.commandline.read;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commitcast.commandline.folder.FolderFiles;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.site.SiteSettings;

/** Shows what is read in a folder: items, transcripts, findings. Needs no server and changes nothing. */
public final class Read {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;
    private final PrintStream err;

    public Read(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** Returns the exit code; what is wrong with the content is shown and no failure. */
    public int run(List<String> words) {
        if (words.size() != 1) {
            err.println("commitcast read: which folder?");
            err.println("Usage: commitcast read DIR");
            return MISUSED;
        }
        Path folder = Path.of(words.get(0)).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder)) {
            err.println("commitcast read: " + folder + " is not a folder.");
            return FAILED;
        }
        show(new FolderFiles(folder));
        return 0;
    }

    private void show(FolderFiles files) {
        ContentReader reader = ContentReader.of(files, SiteSettings.none());
        Report report = new Report(out);
        reader.findings().forEach(finding -> {
            out.println(finding.path());
            report.finding(finding);
        });
        files.paths().forEach(path -> {
            switch (reader.classify(path)) {
                case DOCUMENT, TRANSCRIPT, MISNAMED -> report.add(read(reader, files, path));
                case SHARED, IGNORED -> {}
            }
        });
        report.end();
    }

    private static Reading read(ContentReader reader, FolderFiles files, String path) {
        return reader.read(path, files.read(path).orElse(new byte[0]));
    }
}
