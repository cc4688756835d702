package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;

import org.junit.jupiter.api.Test;
import org.patchbay.api.identity.Person;
import org.patchbay.testing.store.Racing;
import org.patchbay.testing.store.TestDatabase;

/** What a database must prove of two changes at once. */
interface PersonRaces {

    TestDatabase database();

    @Test
    default void ofTwoChangesOfOneVersionOneIsRefused() throws Exception {
        PersonStore store = new JpaPersonStore(database().jpa());
        Person ada = Samples.person(ACME, "ada");
        store.insert(ada);

        var done = Racing.both(
                database().unitOfWork(),
                () -> store.find(ACME, ada.id()),
                () -> store.update(Samples.person(ACME, ada.id(), "ada", "Changed", 2)));

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }
}
