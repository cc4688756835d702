package org.patchbay.phonemedia.sdp;

import java.util.Locale;

/** Which way sound goes, seen from whoever writes it (RFC 8866, section 6.7). */
public enum Direction {
    SENDRECV(true, true),
    SENDONLY(true, false),
    RECVONLY(false, true),
    INACTIVE(false, false);

    private final boolean sends;
    private final boolean receives;

    Direction(boolean sends, boolean receives) {
        this.sends = sends;
        this.receives = receives;
    }

    static Direction of(boolean sends, boolean receives) {
        return sends ? receives ? SENDRECV : SENDONLY : receives ? RECVONLY : INACTIVE;
    }

    public boolean sends() {
        return sends;
    }

    public boolean receives() {
        return receives;
    }

    /** What can be answered to this at most (RFC 3264, section 6.1), without receiving while we hold. */
    Direction answered(boolean holding) {
        return of(receives, sends && !holding);
    }

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }
}
