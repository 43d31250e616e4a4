package org.commitcast.contentreading;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.commitcast.contentreading.jekyll.FolderNames;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.SharedInputs;
import org.commitcast.contentreading.site.SiteRules;

/** Tells by a path alone what a file may be. */
final class Inputs {

    private static final Set<String> NEVER_CONTENT =
            Set.of("_drafts", "_site", "_layouts", "_includes", "_data", "_sass", "_plugins", "node_modules", "vendor");
    private static final Set<String> TRANSCRIPT_FOLDERS = Set.of("_transcripts", "transcripts", "transcript");
    private static final Set<String> TRANSCRIPT_ENDINGS = Set.of("txt", "vtt", "srt");
    private static final Set<String> ALMOST_MARKDOWN =
            Set.of("", "txt", "text", "mdx", "mdown", "mdwn", "mkdown~", "rmd", "rst", "adoc");

    private final SiteRules rules;

    Inputs(SiteRules rules) {
        this.rules = rules;
    }

    InputKind classify(String path) {
        if (SharedInputs.contains(path)) {
            return InputKind.SHARED;
        }
        var folders = Arrays.asList(path.split("/", -1));
        var neverContent = folders.stream().anyMatch(name -> NEVER_CONTENT.contains(name) || name.startsWith("."));
        if (neverContent || rules.generator().excludes(path)) {
            return InputKind.IGNORED;
        }
        var file = FileName.of(path);
        if (rules.paths().transcript(path) || (inTranscriptFolder(path) && readableTranscript(file))) {
            return InputKind.TRANSCRIPT;
        }
        if (rules.paths().episode(path) || rules.paths().post(path)) {
            return InputKind.DOCUMENT;
        }
        return document(path, file);
    }

    private InputKind document(String path, FileName file) {
        var inPosts = FolderNames.in(path, "_posts");
        var inCollection = rules.generator().collectionOf(path).isPresent();
        if (file.markdown() || (file.html() && inCollection)) {
            return inPosts && file.date().isEmpty() ? InputKind.MISNAMED : InputKind.DOCUMENT;
        }
        var almost = ALMOST_MARKDOWN.contains(file.extension()) || file.date().isPresent();
        return inCollection && almost ? InputKind.MISNAMED : InputKind.IGNORED;
    }

    private static boolean readableTranscript(FileName file) {
        return file.markdown() || TRANSCRIPT_ENDINGS.contains(file.extension());
    }

    private static boolean inTranscriptFolder(String path) {
        var folders = path.toLowerCase(Locale.ROOT).split("/", -1);
        return Arrays.stream(folders, 0, folders.length - 1).anyMatch(TRANSCRIPT_FOLDERS::contains);
    }
}
