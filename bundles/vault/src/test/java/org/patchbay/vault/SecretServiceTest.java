package org.patchbay.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.testing.secrets.SecretsContract;

class SecretServiceTest implements SecretsContract {

    private static final String FIRST = key(1);
    private static final String SECOND = key(2);

    private final Secrets secrets = new SecretService(KeyRing.parse("test", FIRST));

    @Override
    public Secrets secrets() {
        return secrets;
    }

    @Test
    void opensWithAnOldKeyAndSealsWithThePresentOne() {
        String old = secrets.seal(ACME, "f", "token");
        Secrets rotated = new SecretService(KeyRing.parse("test", SECOND + "\n" + FIRST + "\n"));
        Secrets onlySecond = new SecretService(KeyRing.parse("test", SECOND));

        assertThat(rotated.open(ACME, "f", old)).isEqualTo("token");
        assertThat(onlySecond.open(ACME, "f", rotated.seal(ACME, "f", "token"))).isEqualTo("token");
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> onlySecond.open(ACME, "f", old))
                .withMessageContaining("a key that is not here");
    }

    @Test
    void noticesEveryAlteredCharacter() {
        String sealed = secrets.seal(ACME, "f", "token");
        for (int i = 0; i < sealed.length(); i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String altered = sealed.substring(0, i) + other + sealed.substring(i + 1);
            // The last base64 character has unused bits: another one may mean the same bytes.
            if (i < sealed.length() - 1) {
                assertThatExceptionOfType(PatchbayException.class).isThrownBy(() -> secrets.open(ACME, "f", altered));
            }
        }
    }

    @Test
    void refusesAKeyUnderAnotherKeysId() {
        Secrets second = new SecretService(KeyRing.parse("test", SECOND));
        String sealed = secrets.seal(ACME, "f", "token");
        String id = second.seal(ACME, "f", "token").split("\\.")[1];
        String relabelled = sealed.replaceFirst("\\.[0-9a-f]+\\.", "." + id + ".");

        assertThatExceptionOfType(PatchbayException.class).isThrownBy(() -> second.open(ACME, "f", relabelled));
    }

    @Test
    void refusesASecretBeyondTheLimit() {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> secrets.seal(ACME, "f", "x".repeat(64 * 1024 + 1)))
                .withMessageContaining("65536 bytes");
    }

    static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
