package org.patchbay.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.Moments;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.testing.identity.Callers;

/** Two do the same at the same time, and the database lets one of them win. */
class RacesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    /** The service on a store that fails once in this method, as the database does when somebody else was faster. */
    private People losing(String method, PatchbayException failure) {
        PersonStore store = Moments.before(PersonStore.class, world.personStore, method, () -> {
            throw failure;
        });
        return Services.of(world, store, world.departmentStore, world.work).people();
    }

    @Test
    void whoLosesTheRaceForALoginIsToldTheField() {
        var people = losing("insert", Problem.CONFLICT.because("store.conflict", "This is there already, or in use"));
        assertThatThrownBy(() -> people.create(world.acme, World.draft("ada"), Callers.administrator(world.acme)))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.CONFLICT);
                    assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/login");
                });
    }

    @Test
    void aDeletionThatNamesNoVersionIsNeverStale() {
        Person ada = world.person(world.acme, "ada");
        var people = losing("delete", Problem.STALE.because("Somebody else was faster"));
        people.delete(world.acme, ada.id(), Callers.administrator(world.acme));
        assertThat(people.find(world.acme, ada.id())).isEmpty();
    }
}
