package org.patchbay.phonemedia.srtp;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.patchbay.phonemedia.rtp.BigEndian;

/**
 * Answers connectivity checks as an ICE-lite agent does (RFC 8445, section 7.3; RFC 8489): a binding request that carries our
 * user name and is signed with our password gets a signed success with the address it came from; anything else gets nothing,
 * so that nobody is told or sent what was not asked for. Not thread-safe.
 */
public final class StunResponder {

    /** The longest answer. */
    public static final int LONGEST = 96;

    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    private static final int REQUEST = 0x0001;
    private static final int SUCCESS = 0x0101;
    private static final int FAILURE = 0x0111;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int MAC_LENGTH = 20;

    private final byte[] ufrag;
    private final byte[] password;
    private final CRC32 crc = new CRC32();
    private @Nullable Mac mac;
    private boolean nominated;

    public StunResponder(String ownUfrag, String ownPassword) {
        ufrag = ownUfrag.getBytes(StandardCharsets.US_ASCII);
        password = ownPassword.getBytes(StandardCharsets.US_ASCII);
    }

    /** Made when somebody asks: most phones never do. */
    private Mac mac() {
        Mac known = mac;
        if (known != null) {
            return known;
        }
        try {
            Mac made = Mac.getInstance("HmacSHA1");
            made.init(new SecretKeySpec(password, "HmacSHA1"));
            mac = made;
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA1", e);
        }
    }

    /** Whether a datagram is STUN (RFC 8489, section 5). */
    public static boolean isStun(byte[] bytes, int length) {
        return length >= HEADER && bytes[0] >= 0 && bytes[0] <= 3 && BigEndian.get32(bytes, 4) == COOKIE;
    }

    /** Whether STUN is the answer to a check of ours, of whatever kind. */
    public static boolean isAnswer(byte[] bytes) {
        int type = BigEndian.get16(bytes, 0);
        return type == SUCCESS || type == FAILURE;
    }

    /** Whether the request that was answered last chose its pair (USE-CANDIDATE). */
    public boolean nominated() {
        return nominated;
    }

    /** Writes the answer to a request and answers its length; 0 for none. */
    public int answer(byte[] request, int length, InetSocketAddress from, byte[] out) {
        nominated = false;
        if (BigEndian.get16(request, 0) != REQUEST || BigEndian.get16(request, 2) + HEADER != length) {
            return 0;
        }
        boolean ours = false;
        boolean wants = false;
        int at = HEADER;
        while (at + 4 <= length) {
            int type = BigEndian.get16(request, at);
            int size = BigEndian.get16(request, at + 2);
            if (at + 4 + size > length) {
                return 0;
            }
            if (type == MESSAGE_INTEGRITY) {
                if (!ours || size != MAC_LENGTH || !isSigned(request, at)) {
                    return 0;
                }
                nominated = wants;
                return write(request, from, out);
            }
            ours |= type == USERNAME && isOurs(request, at + 4, size);
            wants |= type == USE_CANDIDATE;
            at += 4 + (size + 3) / 4 * 4;
        }
        return 0;
    }

    private boolean isOurs(byte[] request, int at, int size) {
        return size > ufrag.length
                && request[at + ufrag.length] == ':'
                && Arrays.equals(request, at, at + ufrag.length, ufrag, 0, ufrag.length);
    }

    private boolean isSigned(byte[] message, int at) {
        int length = BigEndian.get16(message, 2);
        BigEndian.put16(message, 2, at - HEADER + 4 + MAC_LENGTH);
        mac().update(message, 0, at);
        BigEndian.put16(message, 2, length);
        byte[] signature = Arrays.copyOfRange(message, at + 4, at + 4 + MAC_LENGTH);
        return MessageDigest.isEqual(mac().doFinal(), signature);
    }

    private int write(byte[] request, InetSocketAddress from, byte[] out) {
        System.arraycopy(request, 0, out, 0, HEADER);
        BigEndian.put16(out, 0, SUCCESS);
        byte[] address = from.getAddress().getAddress();
        int at = HEADER;
        BigEndian.put16(out, at, XOR_MAPPED_ADDRESS);
        BigEndian.put16(out, at + 2, 4 + address.length);
        BigEndian.put16(out, at + 4, address.length == 4 ? 1 : 2);
        BigEndian.put16(out, at + 6, from.getPort() ^ (COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            out[at + 8 + i] = (byte) (address[i] ^ request[4 + i]); // the cookie, and the transaction behind it
        }
        at += 8 + address.length;
        BigEndian.put16(out, 2, at - HEADER + 4 + MAC_LENGTH);
        mac().update(out, 0, at);
        BigEndian.put16(out, at, MESSAGE_INTEGRITY);
        BigEndian.put16(out, at + 2, MAC_LENGTH);
        System.arraycopy(mac().doFinal(), 0, out, at + 4, MAC_LENGTH);
        at += 4 + MAC_LENGTH;
        BigEndian.put16(out, 2, at - HEADER + 8);
        crc.reset();
        crc.update(out, 0, at);
        BigEndian.put16(out, at, FINGERPRINT);
        BigEndian.put16(out, at + 2, 4);
        BigEndian.put32(out, at + 4, (int) crc.getValue() ^ FINGERPRINT_MASK);
        return at + 8;
    }
}
