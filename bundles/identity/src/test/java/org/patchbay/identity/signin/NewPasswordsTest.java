package org.patchbay.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.identity.World;

class NewPasswordsTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private String hash(String login, String email, String password) {
        return world.newPasswords.hash(world.acme, "/password", password, login, Optional.of(email));
    }

    @ParameterizedTest
    @CsvSource({
        "ada.lovelace, a@x.org, ADA.Lovelace",
        "ada.lovelace, a@x.org, my-Ada.Lovelace-1815",
        "ada, ada@example.org, ADA@example.org",
        "ada, ada@example.org, x-ada@example.org-x"
    })
    void refusesWhatEverybodyKnows(String login, String email, String password) {
        assertThatThrownBy(() -> hash(login, email, password))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo("password.name"));
    }

    @Test
    void aShortNameMayBePartOfIt() {
        assertThat(hash("ada", "a@x.org", "the ada of old times")).isNotEmpty();
    }
}
