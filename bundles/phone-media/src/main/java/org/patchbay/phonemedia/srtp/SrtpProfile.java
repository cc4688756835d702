package org.patchbay.phonemedia.srtp;

import org.bouncycastle.tls.SRTPProtectionProfile;
import org.patchbay.phonemedia.sdp.CryptoSuite;

/** The SRTP protection profiles that we take, best first (RFC 5764, section 4.1.2; RFC 7714, section 14.2). */
enum SrtpProfile {
    AEAD_AES_128_GCM(SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, CryptoSuite.AEAD_AES_128_GCM),
    AES128_CM_HMAC_SHA1_80(SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80, CryptoSuite.AES_CM_128_HMAC_SHA1_80);

    private final int number;
    private final CryptoSuite suite;

    SrtpProfile(int number, CryptoSuite suite) {
        this.number = number;
        this.suite = suite;
    }

    /** The number in the use_srtp extension. */
    int number() {
        return number;
    }

    CryptoSuite suite() {
        return suite;
    }

    /** Bytes to export from DTLS: key and salt of both sides. */
    int keyingLength() {
        return 2 * suite.keyingLength();
    }
}
