package org.commitcast.contentreading.audio;

import java.io.EOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A file in blocks: each is fetched once, and only so many are. */
final class Blocks {

    static final int SIZE = 32 * 1024;

    /** 2 MiB: what says how long a file plays stands in a few of them. */
    private static final int MOST = 64;

    private final AudioBytes file;
    private final Map<Long, byte[]> fetched = new HashMap<>();

    Blocks(AudioBytes file) {
        this.file = file;
    }

    long length() {
        return file.length();
    }

    /** Some bytes; fewer at the end of the file. */
    Bytes at(long offset, int count) throws IOException {
        var wanted = (int) Math.max(0, Math.min(count, file.length() - offset));
        var bytes = new byte[wanted];
        var done = 0;
        while (done < wanted) {
            var from = offset + done;
            var block = block(from / SIZE);
            var inBlock = (int) (from % SIZE);
            var part = Math.min(wanted - done, block.length - inBlock);
            if (part <= 0) {
                throw new EOFException("the file is shorter than it should be");
            }
            System.arraycopy(block, inBlock, bytes, done, part);
            done += part;
        }
        return new Bytes(bytes);
    }

    private byte[] block(long number) throws IOException {
        var known = fetched.get(number);
        if (known != null) {
            return known;
        }
        if (fetched.size() >= MOST) {
            throw new IOException("too much of the file would have to be read");
        }
        var offset = number * SIZE;
        var block = file.read(offset, (int) Math.min(SIZE, file.length() - offset));
        fetched.put(number, block);
        return block;
    }
}
