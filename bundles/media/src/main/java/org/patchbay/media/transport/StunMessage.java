package org.patchbay.media.transport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A STUN binding message (RFC 8489) as ICE uses it; one that was parsed may hold anything. Not thread-safe. */
final class StunMessage {

    static final int REQUEST = 0x0001;
    static final int SUCCESS = 0x0101;
    static final int USERNAME = 0x0006;
    static final int MESSAGE_INTEGRITY = 0x0008;
    static final int XOR_MAPPED_ADDRESS = 0x0020;
    static final int PRIORITY = 0x0024;
    static final int USE_CANDIDATE = 0x0025;
    static final int FINGERPRINT = 0x8028;
    static final int ICE_CONTROLLED = 0x8029;
    static final int ICE_CONTROLLING = 0x802A;

    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;

    private final byte[] room;
    private final ByteBuffer bytes;

    private StunMessage(byte[] room) {
        this.room = room;
        this.bytes = ByteBuffer.wrap(room);
    }

    static boolean isStun(byte[] datagram, int length) {
        return length >= HEADER
                && datagram[0] >= 0
                && datagram[0] <= 3
                && ByteBuffer.wrap(datagram).getInt(4) == COOKIE;
    }

    static StunMessage parse(byte[] datagram, int length) {
        return new StunMessage(Arrays.copyOf(datagram, length));
    }

    static StunMessage create(int type, byte[] transaction) {
        var message = new StunMessage(new byte[512]);
        message.bytes.putShort((short) type).putShort((short) 0).putInt(COOKIE).put(transaction);
        return message;
    }

    StunMessage with(int attribute, byte[] value) {
        bytes.putShort((short) attribute).putShort((short) value.length).put(value);
        while (bytes.position() % 4 != 0) {
            bytes.put((byte) 0);
        }
        bytes.putShort(2, (short) (bytes.position() - HEADER));
        return this;
    }

    StunMessage with(int attribute, String value) {
        return with(attribute, value.getBytes(StandardCharsets.UTF_8));
    }

    StunMessage withMappedAddress(byte[] address, int port) {
        byte family = (byte) (address.length == 4 ? 1 : 2);
        var value = ByteBuffer.allocate(4 + address.length);
        value.put((byte) 0).put(family).putShort((short) (port ^ COOKIE >>> 16));
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ room[4 + i])); // the cookie and the transaction follow each other
        }
        return with(XOR_MAPPED_ADDRESS, value.array());
    }

    /** Adds MESSAGE-INTEGRITY and FINGERPRINT, and answers the datagram. */
    byte[] sign(String password) {
        int at = bytes.position();
        bytes.putShort(2, (short) (at - HEADER + 24));
        byte[] mac = hmac(password, Arrays.copyOf(room, at));
        with(MESSAGE_INTEGRITY, mac);
        int end = bytes.position();
        bytes.putShort(2, (short) (end - HEADER + 8));
        var crc = new CRC32();
        crc.update(room, 0, end);
        with(
                FINGERPRINT,
                ByteBuffer.allocate(4).putInt((int) crc.getValue() ^ 0x5354554E).array());
        return Arrays.copyOf(room, bytes.position());
    }

    int type() {
        return bytes.getShort(0);
    }

    byte[] transaction() {
        return Arrays.copyOfRange(room, 8, HEADER);
    }

    boolean has(int attribute) {
        return find(attribute).isPresent();
    }

    Optional<byte[]> find(int attribute) {
        int at = HEADER;
        while (at + 4 <= bytes.limit()) {
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (at + 4 + length > bytes.limit()) {
                return Optional.empty();
            }
            if ((bytes.getShort(at) & 0xFFFF) == attribute) {
                return Optional.of(Arrays.copyOfRange(room, at + 4, at + 4 + length));
            }
            at += 4 + (length + 3) / 4 * 4;
        }
        return Optional.empty();
    }

    /** Whether the message was signed with that password. */
    boolean isSignedWith(String password) {
        int at = HEADER;
        while (at + 4 <= bytes.limit() && (bytes.getShort(at) & 0xFFFF) != MESSAGE_INTEGRITY) {
            at += 4 + ((bytes.getShort(at + 2) & 0xFFFF) + 3) / 4 * 4;
        }
        if (at + 4 > bytes.limit()) {
            return false;
        }
        byte[] signed = Arrays.copyOf(room, at);
        ByteBuffer.wrap(signed).putShort(2, (short) (at - HEADER + 24));
        return find(MESSAGE_INTEGRITY)
                .map(mac -> MessageDigest.isEqual(mac, hmac(password, signed)))
                .orElse(false);
    }

    private static byte[] hmac(String password, byte[] text) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA1", e);
        }
    }
}
