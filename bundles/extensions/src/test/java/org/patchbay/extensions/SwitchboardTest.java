package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.identity.PersonId;
import org.patchbay.extensions.thing.Kinds;

class SwitchboardTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static void refuses(Problem problem, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                    .isEqualTo(code);
        });
    }

    private CallSettings settings(String country, List<String> places) {
        return world.one.switchboard.changeSettings(
                world.acme,
                world.one.switchboard.settings(world.acme).version(),
                version ->
                        new CallSettings(country, "30", "0", Map.of(), places, 60, true, CallLimits.STANDARD, version),
                world.admin);
    }

    @Test
    void setsUpChangesAndForgets() {
        Extension made = world.extension("100");
        Extension changed = world.one.switchboard.update(
                world.acme,
                Kinds.EXTENSION,
                made.id(),
                1,
                (before, version) -> before.doNotDisturb(true).version(version),
                Optional.empty(),
                world.admin);

        assertThat(changed.version()).isEqualTo(2);
        assertThat(world.one.extensions.find(world.acme, made.id())).contains(changed);
        refuses(
                Problem.STALE,
                "stale",
                () -> world.one.switchboard.update(
                        world.acme,
                        Kinds.EXTENSION,
                        made.id(),
                        1,
                        (before, version) -> before.doNotDisturb(false).version(version),
                        Optional.empty(),
                        world.admin));
        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, made.id(), world.admin);
        assertThat(world.one.extensions.find(world.acme, made.id())).isEmpty();
        assertThat(world.audit.actions(world.acme))
                .containsExactlyInAnyOrder("extension.created", "extension.updated", "extension.deleted");
        assertThat(world.events.published("extension.deleted")).hasSize(1);
    }

    @Test
    void setsUpInTheDefaultDepartmentAfterTheSettingsWereChosen() {
        settings("DE", List.of("800"));

        Extension made = world.extension("100");
        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, made.id(), world.admin);

        assertThat(world.audit.actions(world.acme)).contains("extension.created", "extension.deleted");
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.switchboard.delete(world.acme, Kinds.EXTENSION, world.acme.value(), world.admin));
    }

    @Test
    void leavesAloneWhatIsTheSame() {
        Extension made = world.extension("100");

        Extension same = world.one.switchboard.update(
                world.acme,
                Kinds.EXTENSION,
                made.id(),
                1,
                (before, version) -> before.version(version),
                Optional.empty(),
                world.admin);

        assertThat(same).isEqualTo(made);
        assertThat(world.audit.actions(world.acme)).containsExactly("extension.created");
    }

    @Test
    void keepsNumbersUniqueAcrossKinds() {
        Extension made = world.extension("100");

        refuses(Problem.CONFLICT, "telephone.number-taken", () -> world.extension("100"));
        refuses(
                Problem.CONFLICT,
                "telephone.number-taken",
                () -> world.group("100", List.of(made.id()), Destination.HANG_UP));
        refuses(Problem.INVALID, "extension.number", () -> world.extension("1"));
        refuses(Problem.INVALID, "extension.number", () -> world.extension("123456789"));
        refuses(Problem.CONFLICT, "telephone.parking", () -> world.extension("701"));
    }

    @Test
    void letsNobodyCatchEmergencyNumbers() {
        refuses(Problem.INVALID, "telephone.emergency", () -> world.extension("112"));
        refuses(Problem.INVALID, "telephone.emergency", () -> world.extension("110"));
        world.extension("911");
        refuses(Problem.CONFLICT, "telephone.emergency-taken", () -> settings("US", List.of()));
        refuses(Problem.INVALID, "telephone.emergency", () -> settings("DE", List.of("112")));
        refuses(Problem.CONFLICT, "telephone.number-taken", () -> settings("DE", List.of("911")));
        assertThat(settings("DE", List.of("800")).version()).isEqualTo(1);
    }

    @Test
    @Tag("S3.08")
    void refusesToLeadNowhere() {
        Extension made = world.extension("100");
        var group = world.group("200", List.of(made.id()), World.to(made));
        world.number(
                world.acme, "+493090182000", new Destination(Destination.Kind.RING_GROUP, group.id()), world.admin);

        refuses(
                Problem.CONFLICT,
                "telephone.in-use",
                () -> world.one.switchboard.delete(world.acme, Kinds.EXTENSION, made.id(), world.admin));
        assertThatThrownBy(() -> world.one.switchboard.delete(world.acme, Kinds.RING_GROUP, group.id(), world.admin))
                .hasMessageContaining("+493090182000 Main");
        refuses(
                Problem.INVALID,
                "telephone.unknown-target",
                () -> world.group("201", List.of(group.id()), Destination.HANG_UP));
        refuses(
                Problem.CONFLICT,
                "telephone.number-taken",
                () -> world.number(world.acme, "+493090182000", Destination.HANG_UP, world.admin));
    }

    @Test
    void refusesAForwardToItselfAndOneThatMayNotGoOutside() {
        Extension made = world.extension("100");
        var outside = Optional.of(new Destination(Destination.Kind.OUTSIDE, "+33123456789"));

        refuses(
                Problem.INVALID,
                "telephone.itself",
                () -> world.one.extensions.forward(
                        world.acme, made.id(), Forwards.Case.BUSY, Optional.of(World.to(made))));
        assertThat(world.one
                        .extensions
                        .forward(world.acme, made.id(), Forwards.Case.BUSY, outside)
                        .forwards()
                        .busy())
                .isEqualTo(outside);
        refuses(
                Problem.INVALID,
                "forward.outside",
                () -> world.one.switchboard.update(
                        world.acme,
                        Kinds.EXTENSION,
                        made.id(),
                        2,
                        (before, version) -> new Extension(
                                before.id(),
                                before.number(),
                                before.name(),
                                before.person(),
                                before.department(),
                                20,
                                2,
                                Optional.empty(),
                                false,
                                false,
                                before.forwards(),
                                before.recording(),
                                false,
                                version),
                        Optional.empty(),
                        world.admin));
    }

    @Test
    void keepsPortalsApart() {
        Extension made = world.extension("100");

        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.switchboard.find(world.bolt, Kinds.EXTENSION, made.id(), world.stranger));
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.switchboard.find(world.acme, Kinds.EXTENSION, made.id(), world.stranger));
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.switchboard.delete(world.bolt, Kinds.EXTENSION, made.id(), world.stranger));
        assertThat(world.one
                        .switchboard
                        .list(world.bolt, Kinds.EXTENSION, Optional.empty(), PageRequest.first(50), world.stranger)
                        .items())
                .isEmpty();
        assertThat(world.one.list.of(world.bolt)).isEmpty();
        refuses(
                Problem.INVALID,
                "telephone.unknown-target",
                () -> world.number(world.bolt, "+493055555", World.to(made), world.stranger));
    }

    @Test
    void boundsHowMuchThereIs() {
        List.of("100", "101", "102", "103", "104", "105").forEach(world::extension);

        refuses(Problem.LIMITED, "telephone.too-many", () -> world.extension("106"));
        var book = world.one.extensions.list(world.acme);
        world.device(book.get(0));
        world.device(book.get(0));
        refuses(Problem.LIMITED, "device.too-many", () -> world.device(book.get(0)));
    }

    @Test
    @Tag("S3.10b")
    @Tag("S3.39")
    @Tag("S4.12")
    @Tag("S4.29")
    void letsPeopleChooseTheirOwnForwards() {
        var handed = world.one.desk.equip(world.acme, world.anna.person(), Optional.empty(), "Laptop", world.admin);
        Extension other = world.extension("200");
        var forwards = Forwards.NONE.with(Forwards.Case.NO_ANSWER, Optional.of(World.to(other)));

        Extension chosen = world.one.extensions.choose(
                world.acme,
                handed.extension().id(),
                1,
                own -> own.doNotDisturb(true).forwards(forwards).ringSeconds(40),
                world.anna);

        assertThat(chosen.number()).isEqualTo("100");
        assertThat(chosen.name()).isEqualTo("Anna Berg");
        assertThat(chosen.doNotDisturb()).isTrue();
        assertThat(chosen.forwards()).isEqualTo(forwards);
        assertThat(chosen.ringSeconds()).isEqualTo(40);
        assertThat(world.one.extensions.own(world.acme, world.anna).items()).containsExactly(chosen);
        assertThat(world.one.extensions.choose(world.acme, chosen.id(), 2, own -> own.doNotDisturb(false), world.admin))
                .extracting(Extension::doNotDisturb)
                .isEqualTo(false);
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.extensions.choose(
                        world.acme, other.id(), 1, own -> own.doNotDisturb(true), world.anna));
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.extensions.devices(world.acme, other.id(), world.anna));
        refuses(
                Problem.INVALID,
                "number.range",
                () -> world.one.extensions.choose(world.acme, chosen.id(), 3, own -> own.ringSeconds(301), world.anna));
    }

    @Test
    @Tag("S4.01")
    void aLockedExtensionIsLookedAfterByAdministratorsAlone() {
        var handed = world.one.desk.equip(world.acme, world.anna.person(), Optional.empty(), "Laptop", world.admin);
        String id = handed.extension().id();
        world.one.switchboard.update(
                world.acme,
                Kinds.EXTENSION,
                id,
                1,
                (before, version) -> before.locked(true).version(version),
                Optional.empty(),
                world.admin);
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.extensions.choose(world.acme, id, 2, own -> own.ringSeconds(40), world.anna));
        refuses(Problem.NOT_FOUND, "telephone.unknown", () -> world.one.services.find(world.acme, id, world.anna));
        refuses(Problem.NOT_FOUND, "telephone.unknown", () -> world.one.extensions.devices(world.acme, id, world.anna));
        assertThat(world.one.extensions.own(world.acme, world.anna).items())
                .as("its person still uses the phone")
                .singleElement()
                .extracting(Extension::locked)
                .isEqualTo(true);
        assertThat(world.one.extensions.choose(world.acme, id, 2, own -> own.doNotDisturb(true), world.admin))
                .extracting(Extension::locked, Extension::doNotDisturb)
                .containsExactly(true, true);
    }

    @Test
    void erasesWhatIsAPersonsAlone() {
        var handed = world.one.desk.equip(world.acme, world.anna.person(), Optional.of("123"), "Laptop", world.admin);

        world.unit.run(() -> world.one.data.erase(
                world.acme, new PersonId(world.anna.person().value())));

        Extension left =
                world.one.extensions.find(world.acme, handed.extension().id()).orElseThrow();
        assertThat(left.person()).isEmpty();
        assertThat(left.name()).isEqualTo("123");
        assertThat(world.one.devices(left)).isEmpty();
        world.unit.run(() -> world.one.data.erase(world.acme));
        assertThat(world.one.extensions.list(world.acme)).isEmpty();
    }

    @Test
    void numbersOutsideAreReadAsPeopleWriteThem() {
        settings("DE", List.of("71"));
        var to = new Destination(Destination.Kind.OUTSIDE, "(0 40) 123-456");
        assertThat(world.number(world.acme, "030 9018 2001", to, world.admin))
                .satisfies(made -> assertThat(made.number()).isEqualTo("+493090182001"))
                .satisfies(made -> assertThat(made.destination().value()).isEqualTo("+4940123456"));
        assertThat(world.number(world.acme, "+49 30 9018-2002", Destination.HANG_UP, world.admin)
                        .number())
                .isEqualTo("+493090182002");
        refuses(
                Problem.INVALID,
                "number.e164",
                () -> world.number(world.acme, "+1 - ", Destination.HANG_UP, world.admin));
    }
}
