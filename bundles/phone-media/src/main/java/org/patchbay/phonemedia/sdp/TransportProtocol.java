package org.patchbay.phonemedia.sdp;

import java.util.Optional;
import org.patchbay.api.phonemedia.PortProfile;

/** How packets are kept from others, by the protocol of an m-line. */
public enum TransportProtocol {
    PLAIN,
    SDES,
    DTLS;

    static Optional<TransportProtocol> find(String protocol) {
        return switch (protocol) {
            case "RTP/AVP", "RTP/AVPF" -> Optional.of(PLAIN);
            case "RTP/SAVP", "RTP/SAVPF" -> Optional.of(SDES);
            case "UDP/TLS/RTP/SAVP", "UDP/TLS/RTP/SAVPF" -> Optional.of(DTLS);
            default -> Optional.empty();
        };
    }

    static TransportProtocol of(PortProfile profile) {
        return switch (profile) {
            case PLAIN -> PLAIN;
            case SDES -> SDES;
            case BROWSER -> DTLS;
        };
    }

    String offered() {
        return switch (this) {
            case PLAIN -> "RTP/AVP";
            case SDES -> "RTP/SAVP";
            case DTLS -> "UDP/TLS/RTP/SAVPF";
        };
    }
}
