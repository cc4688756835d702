package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;

/** Compares PINs and bounds how often one is guessed, from one address and from all together. Thread-safe. */
final class PinGuard {

    private static final Duration MEMORY = Duration.ofMinutes(10);
    private static final int GUESSES = 5;
    private static final int GUESSES_OF_ALL = 100;

    private final ClusterMap guesses;

    PinGuard(Cluster cluster) {
        this.guesses = cluster.map("meeting-pin-guesses", MEMORY);
    }

    /** Lets pass who knows the PIN; FORBIDDEN or LIMITED otherwise. */
    void require(String meeting, String pin, Optional<String> given, String address) {
        if (given.isEmpty()) {
            throw Problem.FORBIDDEN.at("/pin", "pin.needed", "is needed for this meeting");
        }
        String own = meeting + "/" + address;
        String all = meeting + "/*";
        if (count(own) >= GUESSES || count(all) >= GUESSES_OF_ALL) {
            // The last wrong one began the ten minutes anew: by then, at the latest, they are over.
            throw Problem.LIMITED.because(
                    "pin.throttled", "Too many wrong PINs; wait ten minutes", Map.of("retryAfter", MEMORY.toSeconds()));
        }
        boolean right = MessageDigest.isEqual(
                pin.getBytes(StandardCharsets.UTF_8), given.get().strip().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            add(own);
            add(all);
            throw Problem.FORBIDDEN.at("/pin", "pin.wrong", "is not the PIN of this meeting");
        }
        guesses.remove(own);
    }

    private int count(String key) {
        return guesses.get(key)
                .map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)))
                .orElse(0);
    }

    private void add(String key) {
        boolean added = false;
        while (!added) {
            Optional<byte[]> before = guesses.get(key);
            byte[] next = Integer.toString(count(key) + 1).getBytes(StandardCharsets.US_ASCII);
            added = before.isPresent() ? guesses.replace(key, before.get(), next) : guesses.putIfAbsent(key, next);
        }
    }
}
