package org.patchbay.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The present key, which seals, and the old ones, which still open. Immutable. */
final class KeyRing {

    private static final int KEY_BYTES = 32;
    private static final int MAX_KEYS = 16;

    private final String present;
    private final Map<String, SecretKey> keys;

    private KeyRing(String present, Map<String, SecretKey> keys) {
        this.present = present;
        this.keys = keys;
    }

    /** Reads keys in base64, parted by commas or lines: the present one first, then the old ones. */
    static KeyRing parse(String source, String text) {
        String[] parts = text.strip().split("[,\\s]+", MAX_KEYS + 1);
        if (parts.length > MAX_KEYS) {
            throw new IllegalStateException(source + " holds more than " + MAX_KEYS + " keys");
        }
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String part : parts) {
            byte[] bytes = decode(source, part);
            keys.putIfAbsent(id(bytes), new SecretKeySpec(bytes, "AES"));
            Arrays.fill(bytes, (byte) 0);
        }
        return new KeyRing(keys.keySet().iterator().next(), keys);
    }

    String presentId() {
        return present;
    }

    Optional<SecretKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static byte[] decode(String source, String part) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(source + " is not base64", e);
        }
        if (bytes.length != KEY_BYTES) {
            throw new IllegalStateException(source + " must hold keys of " + KEY_BYTES + " bytes, not " + bytes.length);
        }
        return bytes;
    }

    private static String id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("patchbay key id".getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(key), 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
