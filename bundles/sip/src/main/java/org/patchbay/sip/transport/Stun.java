package org.patchbay.sip.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Keep-alive by STUN on the port of SIP (RFC 5626, section 4.4.2; RFC 8489). */
final class Stun {

    private static final int HEADER = 20;
    private static final int COOKIE = 0x2112A442;
    private static final int REQUEST = 0x0001;
    private static final int SUCCESS = 0x0101;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int MOST = 548;

    private Stun() {}

    /** Whether this is a binding request. */
    static boolean isRequest(byte[] bytes) {
        return bytes.length >= HEADER
                && bytes.length <= MOST
                && bytes[0] == 0
                && ByteBuffer.wrap(bytes).getShort(0) == REQUEST
                && ByteBuffer.wrap(bytes).getInt(4) == COOKIE
                && ByteBuffer.wrap(bytes).getShort(2) == bytes.length - HEADER;
    }

    /** Tells the sender how its address looks from here. */
    static byte[] answer(byte[] request, InetSocketAddress sender) {
        byte[] address = sender.getAddress().getAddress();
        int length = 4 + address.length;
        ByteBuffer out = ByteBuffer.allocate(HEADER + 4 + length);
        out.putShort((short) SUCCESS).putShort((short) (4 + length));
        out.put(request, 4, 16);
        out.putShort((short) XOR_MAPPED_ADDRESS).putShort((short) length);
        out.putShort((short) (address.length == 4 ? 1 : 2));
        out.putShort((short) (sender.getPort() ^ (COOKIE >>> 16)));
        for (int i = 0; i < address.length; i++) {
            out.put((byte) (address[i] ^ request[4 + i]));
        }
        return out.array();
    }
}
