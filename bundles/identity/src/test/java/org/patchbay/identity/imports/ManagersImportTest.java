package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

/** Who manages some departments imports into them, and hears of others no more than needs be. */
class ManagersImportTest {

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

    private DepartmentId department(String name) {
        return world.departments
                .create(world.acme, DepartmentDraft.named(name), owner)
                .id();
    }

    private Caller manager(DepartmentId... departments) {
        List<Membership> held = Arrays.stream(departments)
                .map(department -> new Membership(department, "manager"))
                .toList();
        return new Caller.Member(
                world.acme, new PersonId(Ids.next()), "Mia", Set.of(), held, Ids.next(), Callers.ADDRESS);
    }

    private List<ImportRow> rows(PeopleImport begun, Caller by) {
        return world.imports
                .rows(world.acme, begun.id(), Optional.empty(), PageRequest.first(50), by)
                .items();
    }

    @Test
    @Tag("S1.10")
    void whoManagesOneDepartmentImportsIntoIt() {
        DepartmentId sales = department("Sales");
        Caller manager = manager(sales);
        PeopleImport begun = begin("ada@example.org,Ada", manager);

        assertThat(begun.errors()).isZero();
        world.imports.save(world.acme, begun.id(), manager);
        assertThat(people().get(0).memberships()).containsExactly(new Membership(sales, "user"));
    }

    @Test
    void whoManagesSeveralDepartmentsIsAskedForTheColumn() {
        Caller manager = manager(department("Sales"), department("Help"));
        PeopleImport begun = begin("ada@example.org,Ada", manager);

        assertThat(rows(begun, manager).get(0).findings())
                .extracting(finding -> finding.column() + " " + finding.code())
                .containsExactly("Department import.department-needed");
        PeopleImport named = begin(
                "EmailAddress,DisplayName,Department\nada@example.org,Ada,help\nbob@example.org,Bob,default", manager);
        assertThat(rows(named, manager).get(0).findings()).isEmpty();
        assertThat(rows(named, manager).get(1).findings())
                .extracting(finding -> finding.column() + " " + finding.code())
                .containsExactly("Department import.department-beyond");
        PeopleImport roles = begin(
                "EmailAddress,DisplayName,Role,Department\nada@example.org,Ada,users,default\n"
                        + "bob@example.org,Bob,owners,help",
                manager);
        assertThat(rows(roles, manager).stream()
                        .flatMap(row -> row.findings().stream())
                        .map(finding -> finding.column() + " " + finding.code()))
                .containsExactly("Department import.department-beyond", "Role roles.beyond");
    }

    @Test
    void whatIsTakenByTheInvisibleIsNamedByNobody() {
        world.person(world.acme, "ada");
        Caller manager = manager(department("Sales"));
        PeopleImport begun =
                begin("Login,EmailAddress,DisplayName\nADA,new@example.org,New\nnew,ada@example.org,Other", manager);

        assertThat(rows(begun, manager))
                .extracting(row -> row.findings().stream()
                        .map(finding -> finding.column() + ": " + finding.detail())
                        .collect(Collectors.joining()))
                .containsExactly(
                        "Login: is the login of somebody who is here already",
                        "EmailAddress: is how somebody who is here already signs in");
    }
}
