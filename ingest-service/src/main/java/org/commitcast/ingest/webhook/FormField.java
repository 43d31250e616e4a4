package org.commitcast.ingest.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The value of one field of a form, decoded while it is read, because it may have 25 MB. Empty where it is not there. */
final class FormField extends InputStream {
    private static final int END = -1;

    private final InputStream form;
    private boolean ended;

    FormField(String name, InputStream form) throws IOException {
        this.form = new BufferedInputStream(form);
        this.ended = !find(name);
    }

    private boolean find(String name) throws IOException {
        StringBuilder found = new StringBuilder();
        for (int next = form.read(); next != END; next = form.read()) {
            if (next == '&') {
                found.setLength(0);
            } else if (next == '=' && name.contentEquals(found)) {
                return true;
            } else if (found.length() <= name.length()) {
                found.append((char) next);
            }
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        int next = ended ? END : form.read();
        if (next == END || next == '&') {
            ended = true;
            return END;
        }
        if (next == '+') {
            return ' ';
        }
        return next == '%' ? hex() * 16 + hex() : next;
    }

    /** As {@link InputStream} has it, but a malformed value is no reason to give less than there is. */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next == END) {
                return count == 0 ? END : count;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count;
    }

    private int hex() throws IOException {
        int digit = Character.digit(form.read(), 16);
        if (digit < 0) {
            throw new MalformedFormException();
        }
        return digit;
    }

    @Override
    public void close() throws IOException {
        form.close();
    }

    /** A percent sign without two hexadecimal digits. */
    static final class MalformedFormException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedFormException() {
            super("The form is not well encoded.");
        }
    }
}
