package org.patchbay.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.secrets.PersonalSecretsContract;
import org.patchbay.testing.store.TestDatabase;
import org.patchbay.vault.store.JpaPersonKeyStore;

class PersonKeysTest implements PersonalSecretsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("vault");

    private final InMemoryCluster nodes = new InMemoryCluster();
    private final SecretService server =
            new SecretService(KeyRing.parse("test", Base64.getEncoder().encodeToString(new byte[32])));
    private final PersonKeys keys = node("a");

    private PersonKeys node(String name) {
        return new PersonKeys(new JpaPersonKeyStore(DATABASE.jpa()), server, DATABASE.unitOfWork(), nodes.node(name));
    }

    @AfterEach
    void stop() {
        keys.stop();
        nodes.close();
    }

    @Override
    public PersonalSecrets personalSecrets() {
        return keys;
    }

    @Test
    void anotherNodeOpensAndForgets() {
        PersonKeys other = node("b");
        String sealed = keys.seal(ACME, ANNA, "Anna");
        assertThat(other.open(ACME, ANNA, sealed)).contains("Anna");

        keys.erase(ACME, ANNA);

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(other.open(ACME, ANNA, sealed)).isEmpty());
        other.stop();
    }

    @Test
    void aKeyIsNotRememberedWhenItsUnitOfWorkIsLost() {
        try {
            DATABASE.unitOfWork().run(() -> {
                keys.seal(ACME, ANNA, "lost");
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no");
        }

        String sealed = keys.seal(ACME, ANNA, "kept");

        assertThat(node("c").open(ACME, ANNA, sealed)).contains("kept");
    }

    @Test
    void aPortalThatGoesTakesItsKeysAlong() {
        String annas = keys.seal(ACME, ANNA, "Anna");
        String others = keys.seal(OTHER, ANNA, "Other");

        DATABASE.unitOfWork().run(() -> keys.erase(ACME));

        assertThat(keys.open(ACME, ANNA, annas)).isEmpty();
        assertThat(keys.open(OTHER, ANNA, others)).contains("Other");
    }
}
