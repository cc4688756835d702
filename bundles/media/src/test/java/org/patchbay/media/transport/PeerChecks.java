package org.patchbay.media.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.patchbay.spi.media.Transport;

/** The checks of a peer's ICE, and what it answers to those of the other side. Thread-safe. */
final class PeerChecks {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String ufrag = random(4);
    private final String pwd = random(12);

    private static byte[] bytes(int count) {
        var value = new byte[count];
        RANDOM.nextBytes(value);
        return value;
    }

    private static String random(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    String ufrag() {
        return ufrag;
    }

    String pwd() {
        return pwd;
    }

    /** The next check; whoever controls nominates with each. */
    byte[] request(Transport remote, boolean controlling) {
        byte[] tieBreaker = ByteBuffer.allocate(8).putLong(1).array();
        PeerStun request = PeerStun.create(PeerStun.REQUEST, bytes(12))
                .with(PeerStun.USERNAME, remote.ufrag() + ":" + ufrag)
                .with(
                        PeerStun.PRIORITY,
                        ByteBuffer.allocate(4).putInt(0x6E0001FF).array());
        PeerStun inRole = controlling
                ? request.with(PeerStun.ICE_CONTROLLING, tieBreaker).with(PeerStun.USE_CANDIDATE, new byte[0])
                : request.with(PeerStun.ICE_CONTROLLED, tieBreaker);
        return inRole.sign(remote.pwd());
    }

    byte[] response(PeerStun check, InetSocketAddress from) {
        return PeerStun.create(PeerStun.SUCCESS, check.transaction())
                .withMappedAddress(from.getAddress().getAddress(), from.getPort())
                .sign(pwd);
    }
}
