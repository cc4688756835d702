package org.patchbay.cluster;

import java.util.Map;
import org.patchbay.api.Problem;

/** How much the shared state may hold. */
record Limits(int mapEntries, long mapBytes, int ownedKeys, int waitingPerKey, int waitingPerSubscriber) {

    static final int KEY_CHARS = 200;
    static final int VALUE_BYTES = 64 * 1024;
    static final int MESSAGE_BYTES = 1024 * 1024;

    /** The limits of a server. */
    static final Limits DEFAULT = new Limits(100_000, 64L * 1024 * 1024, 100_000, 1_000, 10_000);

    static void checkKey(String key) {
        if (key.isEmpty() || key.length() > KEY_CHARS) {
            throw Problem.INVALID.at("key", "cluster.key", "must have 1 to " + KEY_CHARS + " characters");
        }
    }

    static byte[] copyOfValue(byte[] value) {
        return copy(value, VALUE_BYTES);
    }

    static byte[] copyOfMessage(byte[] message) {
        return copy(message, MESSAGE_BYTES);
    }

    private static byte[] copy(byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw Problem.TOO_LARGE.because(
                    "cluster.too-large", "At most " + limit + " bytes are taken", Map.of("limit", limit));
        }
        return bytes.clone();
    }
}
