package org.patchbay.media.forwarding;

/** The abs-send-time header extension: 24 bits, seconds with 18 bits after the point. */
final class SendTime {

    private SendTime() {}

    static int of(long nanos) {
        return (int) (nanos / 1_000 * 262_144 / 1_000_000) & 0xFF_FFFF;
    }
}
