package org.patchbay.cluster;

import java.time.Instant;

/** A value of a shared map until it expires. */
final class ExpiringValue {

    private final byte[] bytes;
    private final Instant expires;

    ExpiringValue(byte[] bytes, Instant expires) {
        this.bytes = bytes;
        this.expires = expires;
    }

    boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }

    int size() {
        return bytes.length;
    }

    byte[] copy() {
        return bytes.clone();
    }
}
