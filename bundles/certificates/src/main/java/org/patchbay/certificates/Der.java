package org.patchbay.certificates;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The little of DER (X.690) that wraps a bare private key. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};

    private Der() {}

    /** A PrivateKeyInfo (RFC 5208) of the key, with the algorithm of the public key's SubjectPublicKeyInfo. */
    static byte[] privateKeyInfo(byte[] publicKeyInfo, byte[] key) {
        int outer = headerLength(publicKeyInfo, 0);
        int algorithm = headerLength(publicKeyInfo, outer) + length(publicKeyInfo, outer);
        byte[] algorithmBytes = Arrays.copyOfRange(publicKeyInfo, outer, outer + algorithm);
        return wrap(SEQUENCE, VERSION, algorithmBytes, wrap(OCTETS, key));
    }

    private static int headerLength(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return first < 0x80 ? 2 : 2 + (first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] wrap(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
