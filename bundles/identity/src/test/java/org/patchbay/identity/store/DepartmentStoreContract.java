package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;
import static org.patchbay.identity.store.Samples.THEN;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.identity.Meanwhile;

/** What every store of departments does. */
interface DepartmentStoreContract {

    DepartmentStore store();

    private static Department department(PortalId portal, DepartmentId id, String name, long version) {
        var draft = new DepartmentDraft(
                name,
                Optional.of("de"),
                Optional.of("Europe/Berlin"),
                List.of(
                        new WeekTime(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 30)),
                        new WeekTime(DayOfWeek.SUNDAY, LocalTime.of(22, 0), LocalTime.MIDNIGHT)),
                List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 45))),
                List.of(new Holiday(
                        "New Year’s Eve and Day", LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1), true)),
                Optional.of(new HoursOverride(false, THEN)));
        return Department.of(id, portal, draft, version);
    }

    private static Department department(PortalId portal, String name) {
        return department(portal, new DepartmentId(Ids.next()), name, 1);
    }

    @Test
    default void findsDepartmentsOfTheirPortalOnly() {
        Department sales = department(ACME, "Sales");
        Department other = department(BOLT, "Sales");
        store().insert(sales);
        store().insert(other);

        assertThat(store().find(ACME, sales.id())).contains(sales);
        assertThat(store().find(BOLT, sales.id())).isEmpty();
        assertThat(store().list(ACME)).containsExactly(sales);
    }

    @Test
    default void keepsOneWithTheLeast() {
        Department bare = Department.of(new DepartmentId(Ids.next()), ACME, DepartmentDraft.named("Bare"), 1);
        store().insert(bare);
        assertThat(store().find(ACME, bare.id())).contains(bare);
    }

    @Test
    default void changesOnlyThePresentVersionInItsPortal() {
        Department sales = department(ACME, "Sales");
        store().insert(sales);
        Department changed = department(ACME, sales.id(), "Sale", 2);

        assertThat(store().update(department(BOLT, sales.id(), "Stolen", 2))).isFalse();
        assertThat(store().update(changed)).isTrue();
        assertThat(store().update(changed)).isFalse();
        assertThat(store().find(ACME, sales.id())).contains(changed);
    }

    @Test
    default void locksThoseThatAreThere() {
        Department sales = department(ACME, new DepartmentId("1"), "Sales", 1);
        Department help = department(ACME, new DepartmentId("2"), "Help", 1);
        Department other = department(BOLT, "Other");
        List.of(help, sales, other).forEach(store()::insert);

        var wanted = List.of(help.id(), new DepartmentId("none"), other.id(), sales.id(), help.id());
        assertThat(store().lock(ACME, wanted)).containsExactly(sales, help);
        assertThat(store().lock(ACME, List.of())).isEmpty();
    }

    @Test
    default void deletesAndErases() {
        Department sales = department(ACME, "Sales");
        Department help = department(ACME, "Help");
        Department other = department(BOLT, "Other");
        List.of(sales, help, other).forEach(store()::insert);

        store().delete(BOLT, sales.id());
        assertThat(store().find(ACME, sales.id())).isPresent();
        store().delete(ACME, sales.id());
        assertThat(store().find(ACME, sales.id())).isEmpty();
        store().erase(ACME);
        assertThat(store().list(ACME)).isEmpty();
        assertThat(store().list(BOLT)).containsExactly(other);
    }

    @Test
    default void aNameIsOfOneDepartmentOfAPortalWithoutCase() {
        Department first = department(ACME, "B\u00fcro");
        Department other = department(ACME, "Other");
        List.of(first, other, department(BOLT, "B\u00fcro")).forEach(store()::insert);

        refusesTwice(() -> store().insert(department(ACME, "B\u00dcRO")));
        refusesTwice(() -> store().update(department(ACME, other.id(), "b\u00fcro", 2)));
        assertThat(store().update(department(ACME, first.id(), "B\u00dcRO", 2))).isTrue();
        assertThat(store().list(ACME)).hasSize(2);
    }

    private static void refusesTwice(Runnable action) {
        assertThat(Meanwhile.refusal(action).map(PatchbayException::code)).contains("store.conflict");
    }
}
