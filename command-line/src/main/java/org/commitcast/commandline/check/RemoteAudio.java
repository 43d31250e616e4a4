package org.commitcast.commandline.check;

import java.io.IOException;
import java.net.URI;
import org.commitcast.contentreading.audio.AudioBytes;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;

/**
 * Audio on somebody's server, read in parts.
 *
 * @param url where it is, redirects followed
 * @param length in bytes
 */
record RemoteAudio(GuardedHttp http, URI url, long length) implements AudioBytes {

    @Override
    public byte[] read(long offset, int count) throws IOException {
        GuardedRequest request = GuardedRequest.get(url)
                .with("Range", "bytes=" + offset + "-" + (offset + count - 1))
                .within(Limits.USUAL.withBytes(count));
        Part part = http.send(request)
                .handle(
                        // Who sends the whole has sent the beginning as well, and the rest was not read.
                        answered -> answered.status() == 206 || (answered.status() == 200 && offset == 0)
                                ? new Part(answered.body().bytes(), "")
                                : new Part(new byte[0], url.getHost() + " answered " + answered.status()),
                        refused -> new Part(new byte[0], refused.reason()),
                        failed -> new Part(new byte[0], failed.reason()));
        if (!part.problem.isEmpty() || part.bytes.length < count) {
            throw new IOException(part.problem.isEmpty() ? url.getHost() + " sent too little" : part.problem);
        }
        return part.bytes;
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
    private record Part(byte[] bytes, String problem) {}
}
