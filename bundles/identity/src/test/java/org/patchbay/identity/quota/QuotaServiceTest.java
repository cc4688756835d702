package org.patchbay.identity.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Quotas.StorageUse;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class QuotaServiceTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("S1.08")
    @Tag("S1.09")
    @Tag("X.07")
    void refusesWhatGoesBeyond() {
        Person ada = world.people.create(
                world.acme,
                World.draft("ada").edit().quotaMegabytes(OptionalInt.of(2)).done(),
                Callers.administrator(world.acme));

        world.quotas.reserve(world.acme, ada.id(), "recordings", 1_500_000);
        world.quotas.reserve(world.acme, ada.id(), "documents", 500_000);

        assertThatThrownBy(() -> world.quotas.reserve(world.acme, ada.id(), "documents", 1))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE);
                    assertThat(e.code()).isEqualTo("quota.exceeded");
                    assertThat(e.params()).hasToString("{megabytes=2}");
                });
        world.quotas.release(world.acme, ada.id(), "recordings", 1_000_000);
        world.quotas.reserve(world.acme, ada.id(), "documents", 1);
        assertThat(world.quotas.use(world.acme, ada.id()))
                .isEqualTo(new StorageUse(2_000_000, 1_000_001, Map.of("recordings", 500_000L, "documents", 500_001L)));
    }

    @Test
    @Tag("S1.08")
    void isThePortalsUnlessChosenForThePerson() {
        Person ada = world.person(world.acme, "ada");
        Person bob = world.person(world.bolt, "bob");
        world.portals.change(
                world.acme,
                draft -> new PortalDraft(
                        draft.name(),
                        draft.host(),
                        draft.language(),
                        draft.zone(),
                        draft.accent(),
                        draft.webInterface(),
                        draft.expires(),
                        draft.participantLimit(),
                        draft.profiles(),
                        draft.features(),
                        draft.support(),
                        Optional.of(5),
                        draft.meetingDefaults()));

        assertThat(world.quotas.use(world.acme, ada.id()).limitBytes()).isEqualTo(5_000_000);
        assertThat(world.quotas.use(world.bolt, bob.id()).limitBytes()).isEqualTo(1_000_000_000);
    }

    @Test
    @Tag("S1.08")
    void isTheUsualOneUnlessChosen() {
        Person ada = world.person(world.acme, "ada");

        assertThat(world.quotas.use(world.acme, ada.id()).limitBytes()).isEqualTo(1_000_000_000);
        assertThatThrownBy(() -> world.quotas.use(world.bolt, ada.id())).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.quotas.reserve(world.acme, new PersonId("x"), "documents", 1))
                .isInstanceOf(PatchbayException.class);
    }
}
