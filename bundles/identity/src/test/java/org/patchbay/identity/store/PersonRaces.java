package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;
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

    @Test
    default void ofTwoOwnersWhoDemoteEachOtherOneStays() throws Exception {
        race((store, owner) ->
                store.update(owner.with(owner.draft().edit().roles(Set.of()).done(), 2)));
    }

    @Test
    default void ofTwoOwnersWhoDeleteEachOtherOneStays() throws Exception {
        race((store, owner) -> store.delete(ACME, owner.id()));
    }

    /** Each reads both owners and then ends the other's ownership, unless nobody else has it by then. */
    private void race(BiPredicate<PersonStore, Person> end) throws Exception {
        PersonStore store = new JpaPersonStore(database().jpa());
        store.erase(ACME);
        List<Person> owners = List.of(Samples.person(ACME, "ada"), Samples.person(ACME, "bob"));
        owners.forEach(store::insert);
        Queue<Person> targets = new ConcurrentLinkedQueue<>(owners);

        var done = Racing.both(
                database().unitOfWork(), () -> owners.forEach(owner -> store.find(ACME, owner.id())), () -> {
                    Person target = targets.remove();
                    return anotherOwns(store, target) && end.test(store, target);
                });

        assertThat(done).containsExactlyInAnyOrder(true, false);
        assertThat(database().unitOfWork().call(() -> store.holders(ACME, "system-owner")))
                .hasSize(1);
    }

    private static boolean anotherOwns(PersonStore store, Person owner) {
        return store.holders(ACME, "system-owner").stream()
                .anyMatch(holder -> !holder.id().equals(owner.id()));
    }
}
