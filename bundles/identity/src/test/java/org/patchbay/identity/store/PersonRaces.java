package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.Meanwhile;
import org.patchbay.identity.Moments;
import org.patchbay.identity.Services;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;
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
        Queue<Person> left = new ConcurrentLinkedQueue<>(owners);
        Map<Thread, Person> targets = new ConcurrentHashMap<>();

        var done = Racing.both(
                database().unitOfWork(), () -> owners.forEach(owner -> store.find(ACME, owner.id())), () -> {
                    Person target = targets.computeIfAbsent(Thread.currentThread(), any -> left.remove());
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

    /** The one who deletes it has just seen that nobody is in it. */
    @ParameterizedTest
    @EnumSource
    default void nobodyGetsIntoADepartmentThatIsBeingDeleted(WayIn way) {
        try (var world = new World()) {
            Department sales = department(world.acme);
            var joining = new Meanwhile(way.into(sales, services(world, people())));
            PersonStore seen = Moments.after(PersonStore.class, people(), "hasMembers", joining::asFarAsItGoes);

            services(world, seen).departments().delete(world.acme, sales.id(), Callers.administrator(world.acme));

            assertThat(joining.refusal().map(PersonRaces::code)).contains(way.refusal);
            assertThat(people().hasMembers(world.acme, sales.id())).isFalse();
        }
    }

    /** The one who gets somebody into it has found it, and the person is about to be written. */
    @ParameterizedTest
    @EnumSource
    default void aDepartmentIntoWhichSomebodyGetsIsNotDeleted(WayIn way) {
        try (var world = new World()) {
            Department sales = department(world.acme);
            var deletion = new Meanwhile(() -> services(world, people())
                    .departments()
                    .delete(world.acme, sales.id(), Callers.administrator(world.acme)));
            PersonStore writing = Moments.before(PersonStore.class, people(), way.written, deletion::asFarAsItGoes);

            way.into(sales, services(world, writing)).run();

            assertThat(deletion.refusal().map(PersonRaces::code)).contains("department.members");
            assertThat(departments().find(world.acme, sales.id())).isPresent();
        }
    }

    @Test
    default void whoBecomesTheOwnerMeanwhileIsNotDeleted() {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            People service = services(world, people()).people();
            Person ada = service.create(world.acme, World.draft("ada"), by);
            PersonDraft owner = ada.draft().edit().roles(Set.of("system-owner")).done();
            var promotion = new Meanwhile(() -> service.update(world.acme, ada.id(), ada.version(), owner, by));
            PersonStore seen = Moments.after(PersonStore.class, people(), "find", promotion::toItsEnd);

            assertThat(Meanwhile.refusal(() -> services(world, seen).people().delete(world.acme, ada.id(), by))
                            .map(PersonRaces::code))
                    .contains("owner.last");
            assertThat(promotion.refusal()).isEmpty();
            assertThat(people().find(world.acme, ada.id()).map(Person::roles)).contains(Set.of("system-owner"));
        }
    }

    @Test
    default void whoIsDeletedMeanwhileIsNeitherChangedNorDeletedAgain() {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            People service = services(world, people()).people();
            Person ada = service.create(world.acme, World.draft("ada"), by);
            Person bob = service.create(world.acme, World.draft("bob"), by);
            var adaGoes = new Meanwhile(() -> service.delete(world.acme, ada.id(), by));
            var bobGoes = new Meanwhile(() -> service.delete(world.acme, bob.id(), by));
            PersonStore writing = Moments.before(PersonStore.class, people(), "update", adaGoes::toItsEnd);
            PersonStore seen = Moments.after(PersonStore.class, people(), "find", bobGoes::toItsEnd);

            assertThat(Meanwhile.refusal(() -> services(world, writing)
                                    .people()
                                    .update(world.acme, ada.id(), ada.version(), ada.draft(), by))
                            .map(PatchbayException::problem))
                    .contains(Problem.STALE);
            assertThat(Meanwhile.refusal(() -> services(world, seen).people().delete(world.acme, bob.id(), by))
                            .map(PersonRaces::code))
                    .contains("person.unknown");
            assertThat(adaGoes.refusal()).isEmpty();
            assertThat(bobGoes.refusal()).isEmpty();
        }
    }

    private PersonStore people() {
        return new JpaPersonStore(database().jpa());
    }

    private DepartmentStore departments() {
        return new JpaDepartmentStore(database().jpa());
    }

    private Services services(World world, PersonStore store) {
        return Services.of(world, store, departments(), database().unitOfWork());
    }

    private Department department(PortalId portal) {
        Department sales = Department.of(new DepartmentId(Ids.next()), portal, DepartmentDraft.named("Sales"), 1);
        departments().insert(sales);
        return sales;
    }

    private static String code(PatchbayException refused) {
        return refused.errors().isEmpty()
                ? refused.code()
                : refused.errors().get(0).code();
    }
}
