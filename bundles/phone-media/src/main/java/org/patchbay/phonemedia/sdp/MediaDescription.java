package org.patchbay.phonemedia.sdp;

import java.util.List;

/**
 * One m-line of a description, with what the session says for all of them put in. Immutable.
 *
 * @param kind {@code audio}, {@code video}, …
 * @param port 0 where it is refused or not wanted
 * @param numbers its formats as they stand
 * @param formats those of them that we know, in their order
 * @param address an IP address; empty where it is a name, which is not looked up, or multicast
 * @param rtcpPort 0 for the next one
 * @param rtcpAddress empty for that of the sound
 * @param crypto the lines that we can do
 * @param fingerprint upper-case SHA-256 of the certificate; empty for none
 * @param setup {@code actpass}, {@code active}, {@code passive} or empty
 */
public record MediaDescription(
        String kind,
        int port,
        String protocol,
        List<String> numbers,
        List<Format> formats,
        String address,
        Direction direction,
        int ptime,
        boolean rtcpMux,
        int rtcpPort,
        String rtcpAddress,
        List<Crypto> crypto,
        String ufrag,
        String password,
        String fingerprint,
        String setup,
        String mid) {

    /** Whether it is sound that is wanted, on a transport that we know. */
    boolean isSound() {
        return kind.equals("audio")
                && port != 0
                && TransportProtocol.find(protocol).isPresent();
    }

    /** Whether sound is held as it was done before there were directions (RFC 2543). */
    boolean isHeldByAddress() {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    /** What the far end does with sound. */
    public Direction effectiveDirection() {
        return isHeldByAddress() ? Direction.of(direction.sends(), false) : direction;
    }
}
