package org.patchbay.phonemedia.srtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes connectivity checks of a controlled ICE agent (RFC 8445, section 7.2; RFC 8489): binding requests that carry both user
 * names and are signed with the password of the far end. Not thread-safe.
 */
public final class StunChecks {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    private static final int REQUEST = 0x0001;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int PRIORITY = 0x0024;
    private static final int FINGERPRINT = 0x8028;
    private static final int ICE_CONTROLLED = 0x8029;
    private static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int TRANSACTION = 12;
    private static final int MAC_LENGTH = 20;
    private static final int MAC_ATTRIBUTE = 4 + MAC_LENGTH;
    private static final int FINGERPRINT_ATTRIBUTE = 8;

    /** Type preference of a peer-reflexive candidate and component 1 (RFC 8445, section 5.1.2.1). */
    private static final int PEER_REFLEXIVE = 110 << 24 | 65_535 << 8 | 255;

    private final byte[] username;
    private final byte[] tieBreaker = random(8);
    private final Mac mac;

    public StunChecks(String farUfrag, String ownUfrag, String farPassword) {
        username = (farUfrag + ':' + ownUfrag).getBytes(StandardCharsets.US_ASCII);
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(farPassword.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA1", e);
        }
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** A further check, as one datagram. */
    public byte[] next() {
        int padded = (username.length + 3) / 4 * 4;
        int signed = HEADER + 4 + padded + 8 + 4 + tieBreaker.length;
        ByteBuffer bytes = ByteBuffer.allocate(signed + MAC_ATTRIBUTE + FINGERPRINT_ATTRIBUTE);
        bytes.putShort((short) REQUEST).putShort((short) 0).putInt(COOKIE).put(random(TRANSACTION));
        bytes.putShort((short) USERNAME).putShort((short) username.length).put(Arrays.copyOf(username, padded));
        bytes.putShort((short) PRIORITY).putShort((short) 4).putInt(PEER_REFLEXIVE);
        bytes.putShort((short) ICE_CONTROLLED)
                .putShort((short) tieBreaker.length)
                .put(tieBreaker);
        bytes.putShort(2, (short) (signed - HEADER + MAC_ATTRIBUTE));
        mac.update(bytes.array(), 0, signed);
        bytes.putShort((short) MESSAGE_INTEGRITY).putShort((short) MAC_LENGTH).put(mac.doFinal());
        bytes.putShort(2, (short) (bytes.capacity() - HEADER));
        var crc = new CRC32();
        crc.update(bytes.array(), 0, bytes.position());
        bytes.putShort((short) FINGERPRINT).putShort((short) 4).putInt((int) crc.getValue() ^ FINGERPRINT_MASK);
        return bytes.array();
    }
}
