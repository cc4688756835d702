package org.patchbay.phonemedia.sdp;

/**
 * Where a port of ours is reached, as descriptions say it. Immutable.
 *
 * @param session the id of its session (RFC 8866, section 5.2)
 * @param four an IPv4 address; empty for none
 * @param six an IPv6 address; empty for none
 * @param fingerprint of the certificate of this server
 */
public record LocalEnd(
        long session,
        String four,
        String six,
        int port,
        int rtcpPort,
        String ufrag,
        String password,
        String fingerprint) {

    /** An address of the family that the far end uses, as far as there is one. */
    String address(String remote) {
        boolean wantsSix = remote.contains(":");
        return (wantsSix && !six.isEmpty()) || four.isEmpty() ? six : four;
    }
}
