package org.commitcast.contentreading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.PublishedFiles;
import org.commitcast.contentreading.site.SharedInputs;
import org.commitcast.contentreading.site.SiteRules;

/** Tells by a path alone what a file may be. */
final class Inputs {

    private static final Set<String> TRANSCRIPT_FOLDERS = Set.of("_transcripts", "transcripts", "transcript");
    private static final Set<String> TRANSCRIPT_ENDINGS = Set.of("txt", "vtt", "srt");

    private final SharedInputs shared;
    private final SiteRules rules;
    private final PublishedFiles published;

    Inputs(SharedInputs shared) {
        this.shared = shared;
        this.rules = shared.rules();
        this.published = rules.published();
    }

    InputKind classify(String path) {
        if (shared.contains(path)) {
            return InputKind.SHARED;
        }
        if (isToolsOwn(path) || published.holds(path) || rules.generator().leavesOut(path)) {
            return InputKind.IGNORED;
        }
        if (rules.generator().shares(path)) {
            return InputKind.SHARED;
        }
        if (rules.paths().transcript(path) || (inTranscriptFolder(path) && readableTranscript(FileName.of(path)))) {
            return InputKind.TRANSCRIPT;
        }
        if (rules.paths().episode(path) || rules.paths().post(path)) {
            return InputKind.DOCUMENT;
        }
        return rules.generator().classify(path);
    }

    private static boolean isToolsOwn(String path) {
        return path.startsWith(".")
                || path.contains("/.")
                || path.startsWith("node_modules/")
                || path.contains("/node_modules/");
    }

    private static boolean readableTranscript(FileName file) {
        return file.markdown() || TRANSCRIPT_ENDINGS.contains(file.extension());
    }

    private static boolean inTranscriptFolder(String path) {
        var folders = path.toLowerCase(Locale.ROOT).split("/", -1);
        return Arrays.stream(folders, 0, folders.length - 1).anyMatch(TRANSCRIPT_FOLDERS::contains);
    }
}
