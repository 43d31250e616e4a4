package org.commitcast.feed.serving;

import java.io.IOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first line of a document's file: all but its body. */
final class FileHead {
    private static final String SEPARATOR = "\t";
    private static final String NOTHING = "-";

    private FileHead() {}

    static String of(ServedDocument document) {
        BodyFacts body = document.body();
        String link = document.link();
        URI elsewhere = document.elsewhere();
        List<String> words = List.of(
                document.standing().name(),
                document.type().name(),
                document.edition().incarnation(),
                Integer.toString(document.edition().renderer()),
                Long.toString(document.edition().through()),
                document.lastModified().toString(),
                Boolean.toString(document.dateDecides()),
                link == null ? NOTHING : link,
                body == null ? NOTHING : body.etag(),
                Integer.toString(body == null ? 0 : body.length()),
                Integer.toString(body == null ? 0 : body.gzipLength()),
                elsewhere == null ? NOTHING : elsewhere.toString());
        return String.join(SEPARATOR, words) + "\n";
    }

    /**
     * The document that such a line is of.
     *
     * @throws IOException where it is damaged
     */
    static ServedDocument read(DocumentKey key, String line) throws IOException {
        String[] words = line.split(SEPARATOR, -1);
        try {
            return new ServedDocument(
                    key,
                    DocumentType.valueOf(words[1]),
                    // Version 0: of states that know the same, any stored one is newer.
                    new Edition(words[2].intern(), Integer.parseInt(words[3]), Long.parseLong(words[4]), 0),
                    Standing.valueOf(words[0]),
                    Instant.parse(words[5]),
                    Boolean.parseBoolean(words[6]),
                    words[7].equals(NOTHING) ? null : words[7],
                    elsewhere(words),
                    body(words));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            throw new IOException("its head cannot be read", e);
        }
    }

    private static @Nullable URI elsewhere(String[] words) {
        // Versions that sent nobody elsewhere wrote a word less.
        return words.length < 12 || words[11].equals(NOTHING) ? null : URI.create(words[11]);
    }

    private static @Nullable BodyFacts body(String[] words) {
        return words[8].equals(NOTHING)
                ? null
                : new BodyFacts(words[8], Integer.parseInt(words[9]), Integer.parseInt(words[10]));
    }
}
