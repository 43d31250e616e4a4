package org.commitcast.contentreading.frontmatter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.limit.ReadingLimits;

/** The bytes of a text file as text: UTF-8 with or without a byte order mark. */
public final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    /** The text of a file that is read with the usual limits. */
    public static Optional<String> decode(byte[] bytes, Findings findings) {
        return decode(bytes, ReadingLimits.USUAL, findings);
    }

    /** The text without a byte order mark; empty with a finding if it is too large or not UTF-8. */
    public static Optional<String> decode(byte[] bytes, ReadingLimits limits, Findings findings) {
        if (bytes.length > limits.documentBytes()) {
            findings.error(
                    "content.too-large",
                    Position.START,
                    "The file is larger than " + limits.ofDocuments() + "; make it smaller.");
            return Optional.empty();
        }
        var buffer = ByteBuffer.wrap(bytes);
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            // The decoder stops at the first byte that is not UTF-8.
            findings.error(
                    "encoding.not-utf8",
                    position(bytes, buffer.position()),
                    "The file is not UTF-8 text; save it as UTF-8.");
            return Optional.empty();
        }
    }

    /** Whether a file begins as documents do, whatever its name. */
    public static boolean opensFrontMatter(byte[] bytes) {
        return decode(bytes, new Findings(""))
                .filter(text -> Fences.opens(Fences.Form.YAML, text) || Fences.opens(Fences.Form.TOML, text))
                .isPresent();
    }

    private static Position position(byte[] bytes, int offset) {
        var line = 1;
        var column = 1;
        for (var i = 0; i < offset; i++) {
            column = bytes[i] == '\n' ? 1 : column + 1;
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return new Position(line, column);
    }
}
