package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class LookAlikesTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    /** Fullwidth, a ligature, a circled digit, a Cyrillic a, a Greek o, a Cyrillic name before a mixed domain. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uff41\uff44\uff41",
                "\ufb01nn",
                "ada\u2460",
                "\u0430dmin",
                "r\u03bfot",
                "ada@ex\u0430mple.org",
                "\u30a2\u0430da"
            })
    void refusesWhatIsDrawnLikeAnotherLogin(String login) {
        assertThat(LookAlikes.isOne(login)).isTrue();
        assertThatThrownBy(() -> world.people.create(world.acme, PersonDraft.of(login, "Ada"), owner))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.errors()).extracting(FieldError::pointer).containsExactly("/login");
                    assertThat(e.errors()).extracting(FieldError::code).containsExactly("login.look-alike");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "j\u00fcrgen.m\u00fcller",
                "\u0430\u043d\u043d\u0430",
                "\u0430\u043d\u043d\u0430@example.org",
                "\u5c71\u7530\u3055\u3093-1",
                "tokyo\u6771\u4eac",
                "ada+1@example.org"
            })
    void takesWhatIsWrittenInOneWay(String login) {
        assertThat(world.people
                        .create(world.acme, PersonDraft.of(login, "Ada"), owner)
                        .login())
                .isEqualTo(login);
    }

    @Test
    void whoHasHadOneKeepsIt() {
        Person ada = world.people.create(world.acme, PersonDraft.of("ada", "Ada"), owner);
        Person odd = ada.with(ada.draft().edit().login("\u0430dmin").done(), ada.version() + 1);
        world.personStore.update(odd);

        PersonDraft renamed = odd.draft().edit().name("Ada L").done();
        assertThat(world.people
                        .update(world.acme, odd.id(), odd.version(), renamed, owner)
                        .name())
                .isEqualTo("Ada L");
    }
}
