package org.patchbay.phonemedia.sdp;

import java.security.SecureRandom;
import java.util.Base64;

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

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Of an ICE agent that begins (RFC 8445, section 5.3). */
    public static LocalEnd of(long session, String four, String six, int port, String fingerprint) {
        return new LocalEnd(session, four, six, port, port + 1, secret(6), secret(18), fingerprint);
    }

    private static String secret(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    /** The same after an ICE restart, with another user name and password (RFC 8445, section 9). */
    LocalEnd restarted() {
        return of(session, four, six, port, fingerprint);
    }

    /** An address of the family that the far end uses, as far as there is one. */
    String address(String remote) {
        boolean wantsSix = remote.contains(":");
        return (wantsSix && !six.isEmpty()) || four.isEmpty() ? six : four;
    }
}
