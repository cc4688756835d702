package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** Each reads both owners and then takes the role from the other, unless nobody else has it by then. */
    @Test
    default void ofTwoOwnersWhoRemoveEachOtherOneStays() throws Exception {
        PersonStore store = new JpaPersonStore(database().jpa());
        store.erase(ACME);
        List<Person> owners = List.of(Samples.person(ACME, "ada"), Samples.person(ACME, "bob"));
        owners.forEach(store::insert);
        Queue<Person> targets = new ConcurrentLinkedQueue<>(owners);

        var done = Racing.both(
                database().unitOfWork(),
                () -> owners.forEach(owner -> store.find(ACME, owner.id())),
                () -> demote(store, targets.remove()));

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(database().unitOfWork().call(() -> store.holders(ACME, "system-owner")))
                .hasSize(1);
    }

    private static boolean demote(PersonStore store, Person owner) {
        boolean another = store.holders(ACME, "system-owner").stream()
                .anyMatch(holder -> !holder.id().equals(owner.id()));
        return another
                && store.update(owner.with(owner.draft().edit().roles(Set.of()).done(), 2));
    }

    @Test
    default void ofTwoOwnersWhoDeleteEachOtherOneStays() throws Exception {
        PersonStore store = new JpaPersonStore(database().jpa());
        store.erase(ACME);
        List<Person> owners = List.of(Samples.person(ACME, "ada"), Samples.person(ACME, "bob"));
        owners.forEach(store::insert);
        Queue<Person> targets = new ConcurrentLinkedQueue<>(owners);

        var done = Racing.both(
                database().unitOfWork(),
                () -> owners.forEach(owner -> store.find(ACME, owner.id())),
                () -> remove(store, targets.remove()));

        assertThat(done).containsExactlyInAnyOrder(true, false);
    }

    private static boolean remove(PersonStore store, Person owner) {
        boolean another = store.holders(ACME, "system-owner").stream()
                .anyMatch(holder -> !holder.id().equals(owner.id()));
        return another && store.delete(ACME, owner.id());
    }
}
