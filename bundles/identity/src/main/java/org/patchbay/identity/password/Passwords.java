package org.patchbay.identity.password;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.Problem;
import org.patchbay.identity.IdentityConfig;

/** Hashes and compares passwords, a bounded number at a time. Thread-safe. */
@Component(service = Passwords.class, configurationPid = "org.patchbay.identity")
public final class Passwords {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;

    private final Argon2id argon2 = new Argon2id();
    private final GuessedPasswords common = new GuessedPasswords();
    private final Semaphore turns;
    private final int waitMillis;

    /** Compared with when nobody has that login, so that the answer takes as long as for somebody. */
    private volatile @Nullable PhcHash decoy;

    @Activate
    public Passwords(IdentityConfig config) {
        this.turns = new Semaphore(config.hashesAtOnce(), true);
        this.waitMillis = config.hashWaitMillis();
    }

    /** The text to store for a new password; INVALID at the pointer if it is too short, too long, or easily guessed. */
    public String hash(String pointer, String password) {
        return hash(pointer, password, LONGEST);
    }

    /** The same where a portal lowers the maximum. */
    public String hash(String pointer, String password, int longest) {
        String chosen = normal(password);
        int length = chosen.codePointCount(0, chosen.length());
        if (length < SHORTEST || length > longest) {
            throw Problem.INVALID.at(
                    pointer,
                    "password.length",
                    "must be " + SHORTEST + " to " + longest + " characters",
                    Map.of("least", SHORTEST, "most", longest));
        }
        if (chosen.codePoints().anyMatch(Character::isISOControl)) {
            throw Problem.INVALID.at(pointer, "password.control", "must hold no control characters");
        }
        if (common.has(chosen)) {
            throw Problem.INVALID.at(
                    pointer,
                    "password.common",
                    "is among the first that are guessed, as it is in lists of stolen ones");
        }
        return inTurn(() -> argon2.hash(chosen).text());
    }

    /** Whether it is the password of the stored hash; without one it never is, and takes as long. */
    public boolean matches(String password, Optional<String> stored) {
        String tried = password.length() > 2 * LONGEST ? "" : normal(password);
        return inTurn(() -> {
            Optional<PhcHash> known = stored.flatMap(PhcHash::parse);
            boolean equal = argon2.matches(tried, known.orElseGet(this::decoy));
            return known.isPresent() && equal;
        });
    }

    /** The same character may be typed composed or decomposed, depending on the keyboard. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private PhcHash decoy() {
        PhcHash made = decoy;
        if (made == null) {
            made = argon2.hash("decoy");
            decoy = made;
        }
        return made;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(waitMillis, TimeUnit.MILLISECONDS)) {
                throw Problem.LIMITED.because(
                        "sign-in.busy", "Too many sign-ins at once; try again", Map.of("retryAfter", 5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("The server is stopping");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
