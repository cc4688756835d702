package org.patchbay.api.phonemedia;

/** Who is at the other side of a port, which decides how its own descriptions are written. */
public enum PortProfile {
    /** A phone or a trunk in the clear: RTP/AVP. */
    PLAIN,
    /** A phone with keys in the description: RTP/SAVP with SDES (RFC 4568). */
    SDES,
    /** A browser: UDP/TLS/RTP/SAVPF with ICE (RFC 8445) and DTLS (RFC 5764). */
    BROWSER
}
