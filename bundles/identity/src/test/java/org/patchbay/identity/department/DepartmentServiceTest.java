package org.patchbay.identity.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Holiday;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.WeekTime;
import org.patchbay.identity.Meanwhile;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

class DepartmentServiceTest {

    private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private static void refuses(Problem problem, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private Department create(String name) {
        return world.departments.create(world.acme, DepartmentDraft.named(name), owner);
    }

    private static WeekTime monday(int from, int until) {
        return new WeekTime(DayOfWeek.MONDAY, LocalTime.of(from, 0), LocalTime.of(until % 24, 0));
    }

    @Test
    @Tag("S3.24")
    void defaultIsThereFromTheFirstMomentAndStays() {
        DepartmentId byDefault = DepartmentId.defaultOf(world.acme);

        assertThat(world.departments.list(world.acme))
                .extracting(Department::name)
                .containsExactly("Default");
        refuses(Problem.CONFLICT, () -> world.departments.delete(world.acme, byDefault, owner));
        Department changed =
                world.departments.update(world.acme, byDefault, 0, DepartmentDraft.named("Everybody"), owner);
        assertThat(changed.version()).isEqualTo(1);
        refuses(
                Problem.STALE,
                () -> world.departments.update(world.acme, byDefault, 0, DepartmentDraft.named("Again"), owner));
        assertThat(world.departments.find(world.acme, byDefault)).contains(changed);
        assertThat(world.departments.find(world.bolt, byDefault)).isEmpty();
    }

    @Test
    void theAuditSaysHoursAsPeopleDo() {
        Department sales = create("Sales");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);
        var draft = new DepartmentDraft(
                "Sales",
                Optional.empty(),
                Optional.empty(),
                List.of(monday(9, 17), monday(20, 24)),
                List.of(new WeekTime(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(12, 30))),
                List.of(
                        new Holiday("Christmas", LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26), true),
                        new Holiday("Outing", LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 1), false)),
                Optional.of(new HoursOverride(false, tomorrow)));

        world.departments.update(world.acme, sales.id(), sales.version(), draft, owner);

        assertThat(world.audit.last(world.acme).before()).doesNotContainKeys("hours", "breaks", "holidays");
        assertThat(world.audit.last(world.acme).after())
                .containsEntry("hours", "Mon 09:00–17:00, Mon 20:00–24:00")
                .containsEntry("breaks", "Mon 12:00–12:30")
                .containsEntry("holidays", "Christmas 2026-12-24–2026-12-26 yearly, Outing 2026-06-01")
                .containsEntry("override", "closed until " + tomorrow);
    }

    @Test
    @Tag("S3.22")
    void namesAreUniqueInAPortal() {
        Department sales = create("Sales");
        refuses(Problem.CONFLICT, () -> create("SALES"));
        refuses(Problem.CONFLICT, () -> create("default"));
        refuses(Problem.INVALID, () -> create(" "));
        world.departments.create(world.bolt, DepartmentDraft.named("Sales"), Callers.administrator(world.bolt));
        assertThat(world.departments.find(world.bolt, sales.id())).isEmpty();
    }

    @Test
    @Tag("S3.23")
    @Tag("S3.26")
    void rightsEndAtTheDepartment() {
        Department sales = create("Sales");
        Department help = create("Help");
        Caller administrator = Callers.holder(world.acme, sales.id(), "group-administrator");
        Caller receptionist = Callers.holder(world.acme, sales.id(), "receptionist");
        var closed = Optional.of(new HoursOverride(false, Instant.now().plusSeconds(3600)));

        assertThat(world.departments
                        .update(world.acme, sales.id(), 1, DepartmentDraft.named("Sale"), administrator)
                        .name())
                .isEqualTo("Sale");
        assertThat(world.departments
                        .override(world.acme, sales.id(), closed, receptionist)
                        .override())
                .isEqualTo(closed);
        refuses(
                Problem.FORBIDDEN,
                () -> world.departments.update(world.acme, help.id(), 1, DepartmentDraft.named("X"), administrator));
        refuses(Problem.FORBIDDEN, () -> world.departments.override(world.acme, help.id(), closed, receptionist));
        refuses(
                Problem.FORBIDDEN,
                () -> world.departments.update(world.acme, sales.id(), 3, DepartmentDraft.named("X"), receptionist));
        refuses(
                Problem.FORBIDDEN,
                () -> world.departments.create(world.acme, DepartmentDraft.named("New"), administrator));
        refuses(Problem.FORBIDDEN, () -> world.departments.delete(world.acme, sales.id(), administrator));
    }

    @Test
    void withMembersItIsNotDeleted() {
        Department sales = create("Sales");
        PersonDraft ada = PersonDraft.of("ada", "Ada")
                .edit()
                .memberships(List.of(new Membership(sales.id(), "user")))
                .done();
        var person = world.people.create(world.acme, ada, owner);

        refuses(Problem.CONFLICT, () -> world.departments.delete(world.acme, sales.id(), owner));
        world.people.delete(world.acme, person.id(), owner);
        world.departments.delete(world.acme, sales.id(), owner);
        assertThat(world.departments.find(world.acme, sales.id())).isEmpty();
    }

    @Test
    @Tag("S3.37")
    void isOpenRoundTheClockWithoutAGap() {
        List<WeekTime> always = Arrays.stream(DayOfWeek.values())
                .map(day -> new WeekTime(day, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .toList();
        var draft = new DepartmentDraft(
                "Sales", Optional.empty(), Optional.of("UTC"), always, List.of(), List.of(), Optional.empty());
        Department sales = world.departments.create(world.acme, draft, owner);

        for (String moment : List.of("2026-01-05T23:59:59.999Z", "2026-01-06T00:00:00Z", "2026-01-11T12:00:00Z")) {
            Opening opening = world.departments.openAt(world.acme, sales.id(), Instant.parse(moment));
            assertThat(opening.open()).as(moment).isTrue();
            assertThat(opening.params()).containsEntry("until", "24:00");
        }
    }

    /** 2026-01-05 is a Monday; Berlin is an hour ahead of UTC, and two from 29 March to 25 October. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-05T07:59:59Z, false, outside-hours",
        "2026-01-05T08:00:00Z, true, hours",
        "2026-01-05T11:00:00Z, false, break",
        "2026-01-05T11:59:59Z, false, break",
        "2026-01-05T12:00:00Z, true, hours",
        "2026-01-05T17:00:00Z, false, outside-hours",
        "2026-01-05T22:59:59Z, true, hours",
        "2026-01-05T23:00:00Z, false, outside-hours",
        "2026-01-12T09:00:00Z, false, holiday",
        "2027-01-11T09:00:00Z, true, hours",
        "2029-01-01T09:00:00Z, false, holiday",
        "2028-12-25T09:00:00Z, false, holiday",
        "2027-12-20T09:00:00Z, true, hours",
        "2026-03-23T07:59:59Z, false, outside-hours",
        "2026-03-23T08:00:00Z, true, hours",
        "2026-03-30T06:59:59Z, false, outside-hours",
        "2026-03-30T07:00:00Z, true, hours",
        "2026-10-26T07:59:59Z, false, outside-hours",
        "2026-10-26T08:00:00Z, true, hours"
    })
    @Tag("S3.37")
    @Tag("S3.25")
    void decidesByBreaksHolidaysAndHoursInItsZone(String moment, boolean open, String reason) {
        var draft = new DepartmentDraft(
                "Sales",
                Optional.empty(),
                Optional.of("Europe/Berlin"),
                List.of(monday(9, 18), monday(20, 24)),
                List.of(monday(12, 13)),
                List.of(
                        new Holiday("Stock-taking", LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 13), false),
                        new Holiday("Turn of the year", LocalDate.of(2020, 12, 24), LocalDate.of(2021, 1, 1), true)),
                Optional.empty());
        Department sales = world.departments.create(world.acme, draft, owner);

        var opening = world.departments.openAt(world.acme, sales.id(), Instant.parse(moment));

        assertThat(opening.open()).isEqualTo(open);
        assertThat(opening.reason()).isEqualTo(reason);
    }

    @Test
    @Tag("S3.37")
    void anOverrideHoldsUntilItsMoment() {
        Department sales = create("Sales");
        Instant now = Instant.now();
        Instant end = now.plusSeconds(3600);
        world.departments.override(world.acme, sales.id(), Optional.of(new HoursOverride(false, end)), owner);

        assertThat(world.departments.openAt(world.acme, sales.id(), now).open()).isFalse();
        assertThat(world.departments.openAt(world.acme, sales.id(), end).reason())
                .isEqualTo("always");
        world.departments.override(world.acme, sales.id(), Optional.empty(), owner);
        assertThat(world.departments.openAt(world.acme, sales.id(), now).open()).isTrue();
        refuses(
                Problem.INVALID,
                () -> world.departments.override(
                        world.acme, sales.id(), Optional.of(new HoursOverride(true, FAR)), owner));
    }

    @Test
    void namesEveryFieldAtFault() {
        var draft = new DepartmentDraft(
                "",
                Optional.of("tlh"),
                Optional.of("Mars"),
                List.of(monday(18, 9)),
                List.of(monday(9, 9)),
                List.of(new Holiday("", LocalDate.of(2026, 2, 2), LocalDate.of(2026, 2, 1), false)),
                Optional.of(new HoursOverride(true, FAR)));
        assertThatThrownBy(() -> world.departments.create(world.acme, draft, owner))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.pointer())
                        .containsExactlyInAnyOrder(
                                "/name",
                                "/language",
                                "/zone",
                                "/hours/0/until",
                                "/breaks/0/until",
                                "/holidays/0/name",
                                "/holidays/0/until",
                                "/override/until"));
    }

    @Test
    @Tag("S3.37")
    void timesOfOneDayDoNotOverlap() {
        WeekTime morning = new WeekTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(12, 0));
        WeekTime late = new WeekTime(DayOfWeek.MONDAY, LocalTime.of(11, 0), LocalTime.MIDNIGHT);
        WeekTime after = new WeekTime(DayOfWeek.MONDAY, LocalTime.of(12, 0), LocalTime.of(17, 0));
        WeekTime tuesday = new WeekTime(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(12, 0));

        assertThatThrownBy(() -> world.departments.create(world.acme, open(morning, tuesday, late), owner))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/hours/2/from"));
        assertThat(world.departments
                        .create(world.acme, open(morning, after, tuesday), owner)
                        .hours())
                .hasSize(3);
    }

    private static DepartmentDraft open(WeekTime... hours) {
        DepartmentDraft named = DepartmentDraft.named("Open");
        return new DepartmentDraft(
                named.name(),
                named.language(),
                named.zone(),
                List.of(hours),
                named.breaks(),
                named.holidays(),
                named.override());
    }

    @Test
    @Tag("S3.37")
    void anOverrideThatIsOverBeforeItBeginsIsRefused() {
        Department sales = create("Sales");
        var past = Optional.of(new HoursOverride(true, Instant.now().minusSeconds(60)));
        DepartmentDraft named = DepartmentDraft.named("Help");
        DepartmentDraft draft = new DepartmentDraft(
                named.name(), named.language(), named.zone(), named.hours(), named.breaks(), named.holidays(), past);

        assertThat(overrideFault(() -> world.departments.override(world.acme, sales.id(), past, owner)))
                .isEqualTo("/override/until override.past");
        assertThat(overrideFault(() -> world.departments.create(world.acme, draft, owner)))
                .isEqualTo("/override/until override.past");
        assertThat(overrideFault(() -> world.departments.update(world.acme, sales.id(), sales.version(), draft, owner)))
                .isEqualTo("/override/until override.past");
    }

    @Test
    void anOverrideThatEndedSinceMayComeBackAndGoes() {
        Department sales = create("Sales");
        var past = Optional.of(new HoursOverride(true, Instant.now().minusSeconds(60)));
        DepartmentDraft named = DepartmentDraft.named("Sales");
        DepartmentDraft draft = new DepartmentDraft(
                named.name(), named.language(), named.zone(), named.hours(), named.breaks(), named.holidays(), past);
        world.departmentStore.update(Department.of(sales.id(), world.acme, draft, sales.version() + 1));

        assertThat(world.departments
                        .update(world.acme, sales.id(), sales.version() + 1, draft, owner)
                        .override())
                .isEmpty();
    }

    private static String overrideFault(Runnable action) {
        FieldError error = Meanwhile.refusal(action).orElseThrow().errors().get(0);
        return error.pointer() + " " + error.code();
    }
}
