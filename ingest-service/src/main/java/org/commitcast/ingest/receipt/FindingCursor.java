package org.commitcast.ingest.receipt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.commitcast.adminapi.problem.Problem;

/** A place in the order of findings: by file, line, and when they were found. */
record FindingCursor(String path, int line, long id) {
    static final FindingCursor START = new FindingCursor("", -1, -1);

    static FindingCursor parse(String text) {
        if (text.isEmpty()) {
            return START;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            return new FindingCursor(parts[2], Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Problem.badRequest("Invalid parameter", "'cursor' must be what 'next' said.");
        }
    }

    String text() {
        byte[] plain = (line + " " + id + " " + path).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
