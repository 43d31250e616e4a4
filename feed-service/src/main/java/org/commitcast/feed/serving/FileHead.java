package org.commitcast.feed.serving;

import java.io.IOException;
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
        DocumentBody body = document.body();
        String link = document.link();
        List<String> words = List.of(
                document.standing().name(),
                document.type().name(),
                document.edition().incarnation(),
                Integer.toString(document.edition().renderer()),
                Long.toString(document.edition().through()),
                document.lastModified().toString(),
                Boolean.toString(document.dateDecides()),
                link == null ? NOTHING : link,
                body == null ? NOTHING : body.etag());
        return String.join(SEPARATOR, words) + "\n";
    }

    /**
     * The document that such a line is of, with its body.
     *
     * @throws IOException where it is damaged
     */
    static ServedDocument read(DocumentKey key, String line, @Nullable DocumentBody body) throws IOException {
        String[] words = line.split(SEPARATOR, -1);
        try {
            if (!words[8].equals(body == null ? NOTHING : body.etag())) {
                throw new IOException("its content is not what its head says");
            }
            return new ServedDocument(
                    key,
                    DocumentType.valueOf(words[1]),
                    // Version 0: of states that know the same, any stored one is newer.
                    new Edition(words[2], Integer.parseInt(words[3]), Long.parseLong(words[4]), 0),
                    Standing.valueOf(words[0]),
                    Instant.parse(words[5]),
                    Boolean.parseBoolean(words[6]),
                    words[7].equals(NOTHING) ? null : words[7],
                    body);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | DateTimeException e) {
            throw new IOException("its head cannot be read", e);
        }
    }
}
