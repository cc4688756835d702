package org.patchbay.spi.media;

/** Why an endpoint was lost. */
public enum Departure {
    /** Connectivity checks never succeeded (RFC 8445). */
    ICE_FAILED,
    /** The DTLS handshake failed, a wrong fingerprint for instance (RFC 5763). */
    DTLS_FAILED,
    /** It no longer answered consent checks (RFC 7675). */
    CONSENT_LOST,
    /** It closed its DTLS association. */
    CLOSED
}
