package org.patchbay.media.transport;

import org.bouncycastle.tls.SRTPProtectionProfile;
import org.jitsi.srtp.SrtpPolicy;

/** The SRTP protection profiles we take, best first (RFC 5764, section 4.1.2; RFC 7714, section 14.2). */
enum SrtpProfile {
    AEAD_AES_128_GCM(SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, 12),
    AES128_CM_HMAC_SHA1_80(SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80, 14);

    static final int KEY_LENGTH = 16;

    private final int number;
    private final int saltLength;

    SrtpProfile(int number, int saltLength) {
        this.number = number;
        this.saltLength = saltLength;
    }

    /** The number in the use_srtp extension. */
    int number() {
        return number;
    }

    int saltLength() {
        return saltLength;
    }

    /** Bytes to export from DTLS: key and salt of both sides. */
    int keyingLength() {
        return 2 * (KEY_LENGTH + saltLength);
    }

    /**
     * The library's check of what we send is off: it refuses whatever is more than 64 packets late, as packets are that a
     * sender had to send again. That no number is used twice is seen to where packets come in.
     */
    SrtpPolicy policy() {
        var policy = this == AEAD_AES_128_GCM
                ? new SrtpPolicy(
                        SrtpPolicy.AESGCM_ENCRYPTION, KEY_LENGTH, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, saltLength)
                : new SrtpPolicy(
                        SrtpPolicy.AESCM_ENCRYPTION,
                        KEY_LENGTH,
                        SrtpPolicy.HMACSHA1_AUTHENTICATION,
                        20,
                        10,
                        saltLength);
        policy.setSendReplayEnabled(false);
        return policy;
    }
}
