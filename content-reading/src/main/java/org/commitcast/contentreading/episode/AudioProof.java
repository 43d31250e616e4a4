package org.commitcast.contentreading.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.jspecify.annotations.Nullable;

/** Compares what a document claims of its audio with what is there. */
public final class AudioProof {

    private static final Map<String, String> SAME = Map.of(
            "audio/mp3", "audio/mpeg",
            "audio/x-mp3", "audio/mpeg",
            "audio/x-mpeg", "audio/mpeg",
            "audio/mpeg3", "audio/mpeg",
            "audio/x-m4a", "audio/mp4",
            "audio/m4a", "audio/mp4",
            "audio/aacp", "audio/aac",
            "application/ogg", "audio/ogg",
            "audio/opus", "audio/ogg",
            "audio/x-wav", "audio/wav");

    private AudioProof() {}

    /**
     * What is wrong with it; nothing where all is as claimed.
     *
     * @param place where the document names it
     * @param holds whether what keeps listeners from hearing it is an error
     */
    public static List<Finding> findings(
            String path, Position place, Enclosure claimed, HostedAudio there, boolean holds) {
        var severity = holds ? Severity.ERROR : Severity.WARNING;
        var problem = there.missing();
        if (problem.isPresent()) {
            return List.of(new Finding(
                    "enclosure.unreachable",
                    severity,
                    path,
                    place,
                    "The audio is not there: " + problem.get() + ". Upload it, or mend its address."));
        }
        var findings = new ArrayList<Finding>();
        if (differs(claimed.length(), there.length())) {
            findings.add(new Finding(
                    "enclosure.length-differs",
                    severity,
                    path,
                    place,
                    "The audio has " + there.length() + " bytes, the document says " + claimed.length()
                            + "; correct 'length', or upload the right file."));
        }
        var type = plain(there.type());
        if (!isMedia(type)) {
            findings.add(new Finding(
                    "enclosure.not-audio",
                    severity,
                    path,
                    place,
                    "What is at the address is " + type + " and no audio; mend the address."));
        } else if (!type.startsWith("application/octet-stream") && !same(type, plain(claimed.type()))) {
            findings.add(new Finding(
                    "enclosure.type-differs",
                    Severity.WARNING,
                    path,
                    place,
                    "The server says that this is " + type + ", the feed says " + claimed.type()
                            + "; set 'mime_type', or mend the server."));
        }
        if (!there.ranges()) {
            findings.add(new Finding(
                    "enclosure.no-ranges",
                    Severity.WARNING,
                    path,
                    place,
                    "The server does not send parts of the audio (Accept-Ranges), so apps cannot jump in it;"
                            + " host it where that works."));
        }
        return List.copyOf(findings);
    }

    private static boolean differs(@Nullable Long claimed, @Nullable Long there) {
        return claimed != null && there != null && !claimed.equals(there);
    }

    private static String plain(@Nullable String type) {
        return type == null || type.isBlank()
                ? "application/octet-stream"
                : type.replaceFirst(";.*$", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a media type may be that of audio; what a server does not say may be. */
    public static boolean isMedia(@Nullable String said) {
        var type = plain(said);
        return type.startsWith("audio/")
                || type.startsWith("video/")
                || type.equals("application/octet-stream")
                || type.equals("binary/octet-stream")
                || type.equals("application/ogg");
    }

    private static boolean same(String one, String other) {
        return one.startsWith("binary/") || SAME.getOrDefault(one, one).equals(SAME.getOrDefault(other, other));
    }
}
