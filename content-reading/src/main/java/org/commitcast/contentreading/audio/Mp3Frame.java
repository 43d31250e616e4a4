package org.commitcast.contentreading.audio;

import java.util.Optional;

/**
 * The header of an MPEG audio frame.
 *
 * @see <a href="https://www.iso.org/standard/22412.html">ISO/IEC 11172-3, 2.4.1.3</a>
 * @see <a href="https://www.iso.org/standard/26797.html">ISO/IEC 13818-3 for the lower sampling rates</a>
 * @param bitsPerSecond of this frame
 * @param samples that it holds
 * @param sideInformation bytes between the header and the data
 */
record Mp3Frame(int bitsPerSecond, int sampleRate, int samples, int length, int sideInformation) {

    private static final int[][] KILOBITS = {
        {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}
    };
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** The frame that begins there; empty where none does. */
    static Optional<Mp3Frame> at(Bytes bytes, int at) {
        var head = bytes.big(at, 4);
        var version = (int) (head >> 19 & 3);
        var layer = 4 - (int) (head >> 17 & 3);
        var bitrate = (int) (head >> 12 & 15);
        var rate = (int) (head >> 10 & 3);
        var synchronised = head >> 21 == 0x7FF;
        if (!synchronised || version == 1 || layer == 4 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return Optional.empty();
        }
        var first = version == 3;
        var bits = KILOBITS[first ? layer - 1 : layer == 1 ? 3 : 4][bitrate] * 1000;
        var perSecond = RATES[rate] / (first ? 1 : version == 2 ? 2 : 4);
        var samples = layer == 1 ? 384 : layer == 3 && !first ? 576 : 1152;
        var padding = (int) (head >> 9 & 1);
        var slot = layer == 1 ? 4 : 1;
        var length = (samples / 8 / slot * bits / perSecond + padding) * slot;
        var mono = (head >> 6 & 3) == 3;
        return Optional.of(new Mp3Frame(bits, perSecond, samples, length, first ? (mono ? 17 : 32) : (mono ? 9 : 17)));
    }
}
