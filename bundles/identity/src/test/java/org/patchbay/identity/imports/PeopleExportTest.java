package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles.RoleDraft;
import org.patchbay.testing.identity.Callers;

class PeopleExportTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private PeopleImport begin(String text, Caller by) {
        return world.imports.begin(world.acme, text.getBytes(StandardCharsets.UTF_8), by);
    }

    private List<Person> people() {
        return world.people
                .list(world.acme, PeopleQuery.ALL, PageRequest.first(50), owner)
                .items();
    }

    @Test
    void anExportIsImportedWithEveryColumnItHas() {
        DepartmentId sales = world.departments
                .create(world.acme, DepartmentDraft.named("Sales; \"Support\""), owner)
                .id();
        String auditor = world.customRoles
                .create(world.acme, new RoleDraft("Auditor", true, Set.of(Right.SEE_AUDIT)), owner)
                .name();
        String managers = world.customRoles
                .create(world.acme, new RoleDraft("Managers", false, Set.of(Right.SEE_CALLS)), owner)
                .name();
        PersonDraft ada = World.draft("ada", auditor)
                .edit()
                .name("'=Ada, \"the\" first")
                .memberships(List.of(new Membership(sales, "user")))
                .phone(Optional.of("+49 30 1"))
                .mobile(Optional.of("+49 170 1"))
                .extension(Optional.of("0101"))
                .language(Optional.of("fr"))
                .zone(Optional.of("Europe/Paris"))
                .activeFrom(Optional.of(LocalDate.of(2026, 2, 1)))
                .activeUntil(Optional.of(LocalDate.of(2031, 2, 1)))
                .quotaMegabytes(OptionalInt.of(7))
                .enabled(false)
                .done();
        PersonDraft bob = PersonDraft.of("bob", "Bob")
                .edit()
                .memberships(List.of(new Membership(sales, managers)))
                .done();
        PersonDraft eve = World.draft("eve", "system-owner")
                .edit()
                .memberships(List.of(new Membership(DepartmentId.defaultOf(world.acme), "user")))
                .done();
        List<PersonDraft> all = List.of(ada, bob, eve);
        all.forEach(draft -> world.people.create(world.acme, draft, owner));
        String file =
                new PeopleExport(world.people, world.departments, world.roles).of(world.acme, PeopleQuery.ALL, owner);
        people().forEach(person -> world.personStore.delete(world.acme, person.id()));

        PeopleImport begun = begin(file, owner);
        assertThat(begun.unknown()).isEmpty();
        assertThat(begun.errors()).isZero();
        world.imports.save(world.acme, begun.id(), owner);
        assertThat(people()).extracting(Person::draft).containsExactlyInAnyOrderElementsOf(all);
    }
}
