package org.patchbay.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.identity.Configs;

class PasswordsTest {

    private final Passwords passwords = new Passwords(Configs.with(Map.of()));

    @Test
    void hashesWithArgon2idAndAFreshSalt() {
        String one = passwords.hash("/password", "correct horse");
        String other = passwords.hash("/password", "correct horse");

        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(other);
        assertThat(passwords.matches("correct horse", Optional.of(one))).isTrue();
        assertThat(passwords.matches("correct horse", Optional.of(other))).isTrue();
        assertThat(passwords.matches("correct Horse", Optional.of(one))).isFalse();
    }

    /** The hash is of the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 32}. */
    @Test
    void agreesWithTheReferenceImplementation() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(passwords.matches("password", Optional.of(reference))).isTrue();
        assertThat(passwords.matches("Password", Optional.of(reference))).isFalse();
    }

    @Test
    void refusesWhatNobodyTypes() {
        for (String password : List.of("\u0000".repeat(20), "a\nb\nc\nd\ne\nf")) {
            assertThatThrownBy(() -> passwords.hash("/password", password))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).code()).isEqualTo("password.control"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
            })
    void matchesNoBrokenHash(String stored) {
        assertThat(passwords.matches("password", Optional.of(stored))).isFalse();
    }

    @Test
    void nobodyHasNoPassword() {
        assertThat(passwords.matches("decoy", Optional.empty())).isFalse();
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    @Tag("S2.12")
    @Tag("X.07")
    void acceptsEightToAHundredAndTwentyEightCharacters() {
        refuses("1234567");
        refuses("x".repeat(129));
        assertThat(passwords.hash("/password", "x7!kdw0p")).isNotEmpty();
        assertThat(passwords.hash("/password", "\ud83d\udd11kx\ud83d\udd12vq7z"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password123!",
                "P@ssw0rd",
                "passwordpassword",
                "12345678",
                "87654321",
                "qwertyuiop",
                "1q2w3e4r",
                "qwer1234",
                "24.12.1984",
                "aaaaaaaa",
                "abcabcabc",
                "Sommer2026!",
                "iloveyou",
                "!!!Dragon99",
                "Bayern1900"
            })
    @Tag("S2.12")
    void refusesWhatIsGuessedFirst(String password) {
        assertThatThrownBy(() -> passwords.hash("/password", password))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo("password.common"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"correct horse", "battery staple", "a cable for every socket", "x7!kdw0p", "tiger-lantern-42"})
    void acceptsWhatIsNot(String password) {
        assertThat(passwords.hash("/password", password)).isNotEmpty();
    }

    @Test
    @Tag("S2.12")
    void aPortalMayLowerTheMaximum() {
        assertThat(passwords.hash("/password", "correct horse", 13)).isNotEmpty();
        assertThatThrownBy(() -> passwords.hash("/password", "correct horses", 13))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    @Tag("S2.12")
    void cutsNothingOff() {
        String longest = "x".repeat(127);
        String hash = passwords.hash("/password", longest + "a");

        assertThat(passwords.matches(longest + "a", Optional.of(hash))).isTrue();
        assertThat(passwords.matches(longest + "b", Optional.of(hash))).isFalse();
        assertThat(passwords.matches(longest, Optional.of(hash))).isFalse();
        assertThat(passwords.matches("x".repeat(100_000), Optional.of(hash))).isFalse();
    }

    @Test
    void takesComposedAndDecomposedCharactersForTheSame() {
        String hash = passwords.hash("/password", "p\u00e4sswort");
        assertThat(passwords.matches("pa\u0308sswort", Optional.of(hash))).isTrue();
    }

    @Test
    void refusesWhoWaitsTooLongForATurn() throws Exception {
        Passwords busy = new Passwords(Configs.with(Map.of("hashesAtOnce", 1, "hashWaitMillis", 1)));
        var threads = Executors.newFixedThreadPool(8);
        try {
            CountDownLatch start = new CountDownLatch(1);
            var tries = java.util.stream.IntStream.range(0, 8)
                    .<Future<Boolean>>mapToObj(i -> threads.submit(() -> {
                        start.await();
                        return isLimited(busy);
                    }))
                    .toList();
            start.countDown();
            int limited = 0;
            for (Future<Boolean> one : tries) {
                limited += one.get() ? 1 : 0;
            }
            assertThat(limited).isBetween(1, 7);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isLimited(Passwords busy) {
        try {
            busy.matches("password", Optional.empty());
            return false;
        } catch (PatchbayException e) {
            assertThat(e.problem()).isEqualTo(Problem.LIMITED);
            assertThat(e.params().get("retryAfter")).isEqualTo(5);
            return true;
        }
    }

    private void refuses(String password) {
        assertThatThrownBy(() -> passwords.hash("/password", password))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).pointer()).isEqualTo("/password"));
    }
}
