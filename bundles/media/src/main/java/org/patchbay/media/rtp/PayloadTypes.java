package org.patchbay.media.rtp;

import org.patchbay.spi.media.PayloadType;

/** What the payload types of the offer mean, by number. */
public final class PayloadTypes {

    private static final int NONE = -1;
    private static final int COUNT = 128;
    private static final String APT = "apt=";
    private static final boolean[] VIDEO = new boolean[COUNT];
    private static final boolean[] AUDIO = new boolean[COUNT];
    private static final int[] ORIGINAL = new int[COUNT];
    private static final int[] RETRANSMISSION = new int[COUNT];

    static {
        java.util.Arrays.fill(ORIGINAL, NONE);
        java.util.Arrays.fill(RETRANSMISSION, NONE);
        for (PayloadType type : PayloadType.values()) {
            if (type.isRetransmission()) {
                int original = Integer.parseInt(type.parameters().substring(APT.length()));
                ORIGINAL[type.number()] = original;
                RETRANSMISSION[original] = type.number();
            } else {
                (type.isVideo() ? VIDEO : AUDIO)[type.number()] = true;
            }
        }
    }

    private PayloadTypes() {}

    /** Whether it is a video codec, not its retransmissions. */
    public static boolean isVideo(int payloadType) {
        return VIDEO[payloadType];
    }

    public static boolean isAudio(int payloadType) {
        return AUDIO[payloadType];
    }

    /** What this type retransmits; -1 if it is not one of retransmissions. */
    public static int original(int payloadType) {
        return ORIGINAL[payloadType];
    }

    /** The type of this codec's retransmissions. */
    public static int retransmission(int payloadType) {
        return RETRANSMISSION[payloadType];
    }
}
