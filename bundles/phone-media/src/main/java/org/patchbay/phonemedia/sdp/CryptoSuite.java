package org.patchbay.phonemedia.sdp;

import java.util.Arrays;
import java.util.Optional;

/** Suites of SDES, those that we offer first (RFC 4568, section 6.2; RFC 7714, section 14.1). */
public enum CryptoSuite {
    AES_CM_128_HMAC_SHA1_80(14, 10, 10, false),
    AES_CM_128_HMAC_SHA1_32(14, 4, 10, false),
    AEAD_AES_128_GCM(12, 16, 16, true);

    public static final int KEY_LENGTH = 16;

    private final int saltLength;
    private final int tagLength;
    private final int controlTagLength;
    private final boolean galois;

    CryptoSuite(int saltLength, int tagLength, int controlTagLength, boolean galois) {
        this.saltLength = saltLength;
        this.tagLength = tagLength;
        this.controlTagLength = controlTagLength;
        this.galois = galois;
    }

    static Optional<CryptoSuite> find(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.name().equals(name))
                .findFirst();
    }

    public int saltLength() {
        return saltLength;
    }

    /** Bytes of the authentication tag of RTP. */
    public int tagLength() {
        return tagLength;
    }

    /** Bytes of the authentication tag of RTCP. */
    public int controlTagLength() {
        return controlTagLength;
    }

    /** Whether it is AES in Galois counter mode. */
    public boolean galois() {
        return galois;
    }

    public int keyingLength() {
        return KEY_LENGTH + saltLength;
    }
}
