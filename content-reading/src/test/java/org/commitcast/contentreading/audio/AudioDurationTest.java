package org.commitcast.contentreading.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AudioDurationTest {

    /** MPEG 1 layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes, or 418 with padding. */
    private static final byte[] FRAME = {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x00};

    private static final byte[] FASTER_FRAME = {(byte) 0xFF, (byte) 0xFB, (byte) 0xA0, 0x00};

    private static Duration durationOf(byte[] file) throws IOException {
        return AudioDuration.of(new InMemory(file)).orElse(Duration.ZERO);
    }

    private static byte[] frame(byte[] head, int length) {
        return ByteBuffer.allocate(length).put(head).array();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] frames(int count) {
        var all = new ByteArrayOutputStream();
        for (var i = 0; i < count; i++) {
            all.writeBytes(frame(FRAME, 417));
        }
        return all.toByteArray();
    }

    private static byte[] tag(byte[] content) {
        var size = content.length;
        return joined(
                "ID3".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {
                    4,
                    0,
                    0,
                    (byte) (size >> 21 & 127),
                    (byte) (size >> 14 & 127),
                    (byte) (size >> 7 & 127),
                    (byte) (size & 127)
                },
                content);
    }

    private static byte[] lengthFrame(String millis) {
        return joined(
                "TLEN".getBytes(StandardCharsets.ISO_8859_1),
                new byte[] {0, 0, 0, (byte) (millis.length() + 1), 0, 0, 3},
                millis.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void countsTheFramesThatXingTells() throws IOException {
        var first = frame(FRAME, 417);
        ByteBuffer.wrap(first)
                .position(36)
                .put("Xing".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(1)
                .putInt(3_828);

        assertThat(durationOf(joined(tag(new byte[500]), first, frames(5)))).isEqualTo(Duration.ofMillis(99_997));
    }

    @Test
    void countsTheFramesThatVbriTells() throws IOException {
        var first = frame(FRAME, 417);
        ByteBuffer.wrap(first).position(36).put("VBRI".getBytes(StandardCharsets.ISO_8859_1));
        ByteBuffer.wrap(first).putInt(36 + 14, 3_828);

        assertThat(durationOf(joined(first, frames(5)))).isEqualTo(Duration.ofMillis(99_997));
    }

    @Test
    void dividesSizeByRateWhereAllFramesAreAlike() throws IOException {
        var old = frame("TAG".getBytes(StandardCharsets.ISO_8859_1), 128);

        assertThat(durationOf(joined(tag(new byte[70_000]), frames(1_000), old)))
                .isEqualTo(Duration.ofMillis(26_063));
    }

    @Test
    void takesTheTagsWordWhereFramesDiffer() throws IOException {
        var varying = joined(frames(1), frame(FASTER_FRAME, 522), frames(3));

        assertThat(durationOf(joined(tag(lengthFrame("61500")), varying))).isEqualTo(Duration.ofMillis(61_500));
        assertThat(durationOf(varying)).isZero();
    }

    @Test
    void findsTheMovieHeaderBehindTheSound() throws IOException {
        var header = ByteBuffer.allocate(108).putInt(108).put("mvhd".getBytes(StandardCharsets.ISO_8859_1));
        header.putInt(20, 44_100).putInt(24, 44_100 * 90);
        var movie = ByteBuffer.allocate(116).putInt(116).put("moov".getBytes(StandardCharsets.ISO_8859_1));
        movie.put(header.array());

        assertThat(durationOf(joined(type(), sound(3_000_000), movie.array()))).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void readsWideMovieHeaders() throws IOException {
        var header = ByteBuffer.allocate(120).putInt(120).put("mvhd".getBytes(StandardCharsets.ISO_8859_1));
        header.put(8, (byte) 1).putInt(28, 1_000).putLong(32, 3_600_000);
        var movie = ByteBuffer.allocate(128).putInt(128).put("moov".getBytes(StandardCharsets.ISO_8859_1));
        movie.put(header.array());

        assertThat(durationOf(joined(type(), movie.array(), sound(10)))).isEqualTo(Duration.ofHours(1));
    }

    private static byte[] type() {
        return ByteBuffer.allocate(16)
                .putInt(16)
                .put("ftypM4A ".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    private static byte[] sound(int size) {
        return ByteBuffer.allocate(size + 8)
                .putInt(size + 8)
                .put("mdat".getBytes(StandardCharsets.ISO_8859_1))
                .array();
    }

    @Test
    void subtractsFirstFromLastSampleOfOpus() throws IOException {
        var head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes(StandardCharsets.ISO_8859_1))
                .put(new byte[] {1, 2})
                .putShort((short) 312);

        var file = joined(page(0, head.array()), page(960, new byte[200]), page(312 + 48_000 * 30, new byte[200]));
        assertThat(durationOf(file)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void dividesLastSampleOfVorbisByItsRate() throws IOException {
        var head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        head.put("\u0001vorbis".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(0)
                .put((byte) 2)
                .putInt(22_050);

        assertThat(durationOf(joined(page(0, head.array()), page(22_050 * 45, new byte[100]))))
                .isEqualTo(Duration.ofSeconds(45));
    }

    private static byte[] page(long sample, byte[] packet) {
        var page = ByteBuffer.allocate(28 + packet.length).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.ISO_8859_1)).position(6);
        page.putLong(sample).putInt(77).position(26);
        return page.put((byte) 1).put((byte) packet.length).put(packet).array();
    }

    @Test
    void readsAFewBlocksOfALargeFileOnly() throws IOException {
        var file = new InMemory(joined(tag(new byte[1_000_000]), frames(20_000)));

        assertThat(AudioDuration.of(file)).isPresent();
        assertThat(file.read).isLessThan(200_000);
    }

    @Test
    void saysNothingOfOtherFilesAndNoise() throws IOException {
        assertThat(durationOf(new byte[0])).isZero();
        assertThat(durationOf("<!doctype html><title>Not found</title>".getBytes(StandardCharsets.UTF_8)))
                .isZero();
        var random = new Random(7);
        for (var i = 0; i < 200; i++) {
            var noise = new byte[random.nextInt(40_000)];
            random.nextBytes(noise);
            System.arraycopy(i % 2 == 0 ? type() : page(0, new byte[0]), 0, noise, 0, Math.min(16, noise.length));
            AudioDuration.of(new InMemory(noise));
        }
    }

    @Test
    void refusesFilesOfWhichTooMuchWouldHaveToBeRead() {
        var boxes = new byte[200 * 40_000];
        System.arraycopy(type(), 0, boxes, 0, 16);
        for (var at = 16; at + 40_000 < boxes.length; at += 40_000) {
            ByteBuffer.wrap(boxes).position(at).putInt(40_000).put("free".getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThatThrownBy(() -> durationOf(boxes))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("too much");
    }

    private static final class InMemory implements AudioBytes {
        private final byte[] file;
        private int read;

        InMemory(byte[] file) {
            this.file = file;
        }

        @Override
        public long length() {
            return file.length;
        }

        @Override
        public byte[] read(long offset, int count) {
            read += count;
            return java.util.Arrays.copyOfRange(file, (int) offset, (int) offset + count);
        }
    }
}
