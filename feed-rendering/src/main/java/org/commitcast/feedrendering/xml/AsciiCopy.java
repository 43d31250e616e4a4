package org.commitcast.feedrendering.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Copies text in ASCII eight characters at a time, since nearly all of it is to be left as it is. */
final class AsciiCopy {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long SPACES = ' ' * ONES;
    private static final long LESS_THANS = '<' * ONES;
    private static final long AMPERSANDS = '&' * ONES;
    private static final long BRACKETS = ']' * ONES;
    private static final long QUESTION_MARKS = '?' * ONES;

    private AsciiCopy() {}

    /**
     * Copies what stands from one place on to another, which must have room for eight bytes more, up to the first
     * character that may have to be escaped in an element: a control character, one of {@code < & ]}, or a question mark,
     * which can stand for what is not ASCII.
     *
     * @return how many bytes were copied
     */
    static int copy(byte[] ascii, int from, byte[] target, int to) {
        int at = from;
        while (at + Long.BYTES <= ascii.length) {
            long word = (long) WORDS.get(ascii, at);
            WORDS.set(target, to + at - from, word);
            long found = found(word);
            if (found != 0) {
                return at - from + Long.numberOfTrailingZeros(found) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < ascii.length && found(ascii[at]) << (Long.SIZE - Byte.SIZE) == 0) {
            target[to + at - from] = ascii[at];
            at++;
        }
        return at - from;
    }

    /** Bits of which the lowest is in the first character of these eight that was found. */
    private static long found(long word) {
        // https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord
        long controls = (word - SPACES) & ~word;
        long marks = zeros(word ^ LESS_THANS)
                | zeros(word ^ AMPERSANDS)
                | zeros(word ^ BRACKETS)
                | zeros(word ^ QUESTION_MARKS);
        return (controls | marks) & HIGHEST_BITS;
    }

    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }
}
