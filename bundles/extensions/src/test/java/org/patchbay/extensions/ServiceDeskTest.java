package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.extensions.thing.Kinds;

/** What people choose for their extensions besides forwards. */
class ServiceDeskTest {

    private final World world = new World();
    private final Extension own = world.extension("100");

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

    private PhoneServices choose(long version, UnaryOperator<PhoneServices> change) {
        return world.one.services.choose(world.acme, own.id(), version, change, world.admin);
    }

    private static FollowMe follow(String... numbers) {
        return new FollowMe(true, 10, List.of(numbers), true, 20, Optional.empty(), true, true, false);
    }

    @Test
    @Tag("S4.26")
    void isChosenReadOnEveryNodeAndGoesWithItsExtension() {
        PhoneServices chosen = choose(0, one -> one.followMe(follow("0171555123")));
        assertThat(chosen.version()).isEqualTo(1);
        assertThat(world.one.extensions.services(world.acme, own.id())).isEqualTo(chosen);
        await().until(() -> world.two.extensions.services(world.acme, own.id()).equals(chosen));
        refuses(Problem.STALE, "stale", () -> choose(0, one -> one.callBack(false)));
        PhoneServices next = world.one.extensions.serve(world.acme, own.id(), one -> one.wakeUp(Optional.of(500L)));
        assertThat(next.version()).isEqualTo(2);
        assertThat(world.one.extensions.toWake(Instant.ofEpochSecond(499))).isEmpty();
        assertThat(world.one.extensions.toWake(Instant.ofEpochSecond(500)))
                .isEqualTo(Map.of(world.acme, List.of(next)));
        assertThat(world.audit.actions(world.acme)).contains("phone-services.created", "phone-services.updated");
        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, own.id(), world.admin);
        assertThat(world.one.extensions.toWake(Instant.MAX)).isEmpty();
        assertThat(world.audit.actions(world.acme)).contains("phone-services.deleted");
    }

    @Test
    void anotherPortalAndStrangersFindNothing() {
        choose(0, one -> one.callBack(false));
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.services.find(world.acme, own.id(), world.anna));
        refuses(
                Problem.NOT_FOUND,
                "telephone.unknown",
                () -> world.one.services.find(world.bolt, own.id(), world.stranger));
        assertThat(world.one.extensions.services(world.bolt, own.id()).callBack())
                .isTrue();
    }

    @Test
    @Tag("S4.26")
    void refusesWhatDoesNotFit() {
        refuses(Problem.INVALID, "telephone.itself", () -> choose(0, one -> one.followMe(follow("100"))));
        refuses(Problem.INVALID, "telephone.emergency", () -> choose(0, one -> one.followMe(follow("110"))));
        refuses(Problem.INVALID, "list.twice", () -> follow("101", "101"));
        refuses(Problem.INVALID, "follow-me.none", () -> follow());
        refuses(Problem.INVALID, "secretary.none", () -> new Secretary(true, Optional.empty(), List.of()));
        refuses(
                Problem.INVALID,
                "telephone.itself",
                () -> choose(0, one -> one.secretary(new Secretary(true, Optional.of(own.id()), List.of()))));
        refuses(
                Problem.INVALID,
                "telephone.unknown-target",
                () -> choose(0, one -> one.secretary(new Secretary(true, Optional.of("nobody"), List.of()))));
        refuses(
                Problem.INVALID,
                "time-group.unknown",
                () -> choose(0, one -> one.times(List.of(), Map.of(Diversion.BUSY, "Hours"))));
    }

    @Test
    @Tag("S4.10")
    @Tag("S4.11")
    void languageAndZoneAreThoseThereAre() {
        PhoneServices chosen = choose(0, one -> one.speaking(Optional.of("fr"), Optional.of("America/Lima")));
        assertThat(chosen.language()).contains("fr");
        assertThat(world.one.extensions.services(world.acme, own.id()).zone()).contains("America/Lima");
        refuses(
                Problem.INVALID,
                "language.unknown",
                () -> choose(1, one -> one.speaking(Optional.of("xx"), Optional.empty())));
        refuses(
                Problem.INVALID,
                "zone.unknown",
                () -> choose(1, one -> one.speaking(Optional.empty(), Optional.of("Mars/Base"))));
    }

    @Test
    @Tag("S4.34")
    void anAssistantLeadsToWhatIsThere() {
        Extension other = world.extension("101");
        var mobile = new Destination(Destination.Kind.OUTSIDE, "0171 1234567");
        PhoneServices kept =
                choose(0, one -> one.assistant(menu(Map.of("1", World.to(other), "2", mobile), Optional.empty())));
        assertThat(kept.assistant().orElseThrow().keys())
                .containsEntry("2", new Destination(Destination.Kind.OUTSIDE, "+491711234567"));
        assertThatThrownBy(() -> world.one.switchboard.delete(world.acme, Kinds.EXTENSION, other.id(), world.admin))
                .hasMessageContaining("Desk 100");
        refuses(
                Problem.INVALID,
                "telephone.itself",
                () -> choose(1, one -> one.assistant(menu(Map.of(), Optional.of(World.to(own))))));
        refuses(
                Problem.INVALID,
                "telephone.unknown-target",
                () -> choose(
                        1,
                        one -> one.assistant(menu(
                                Map.of("1", new Destination(Destination.Kind.EXTENSION, "nobody")),
                                Optional.empty()))));
        refuses(Problem.INVALID, "menu.key", () -> menu(Map.of("12", World.to(other)), Optional.empty()));
        choose(1, one -> one.assistant(Optional.empty()));
        world.one.switchboard.delete(world.acme, Kinds.EXTENSION, other.id(), world.admin);
    }

    private static Optional<Assistant> menu(Map<String, Destination> keys, Optional<Destination> otherwise) {
        return Optional.of(new Assistant(true, keys, 5, 2, otherwise));
    }

    @Test
    void aSecretaryIsNotDeleted() {
        Extension secretary = world.extension("101");
        choose(0, one -> one.secretary(new Secretary(true, Optional.of(secretary.id()), List.of())));
        assertThatThrownBy(() -> world.one.switchboard.delete(world.acme, Kinds.EXTENSION, secretary.id(), world.admin))
                .hasMessageContaining("Desk 100");
    }

    @Test
    @Tag("S4.31")
    void rowsOfATimeGroup() {
        var row = new TimeRow("22:00", "06:00", Set.of(DayOfWeek.FRIDAY), Set.of(), Set.of(11));
        refuses(Problem.INVALID, "list.twice", () -> new TimeGroup("Night", List.of(row, row)));
        refuses(Problem.INVALID, "time-group.empty", () -> new TimeGroup("Night", List.of()));
        refuses(Problem.INVALID, "time.format", () -> new TimeRow("25:00", "06:00", Set.of(), Set.of(), Set.of()));
        var night = new TimeGroup("Night", List.of(row));
        assertThat(night.contains(ZonedDateTime.parse("2026-11-27T22:00:00+01:00")))
                .isTrue();
        assertThat(night.contains(ZonedDateTime.parse("2026-11-28T05:59:00+01:00")))
                .as("the morning after")
                .isTrue();
        assertThat(night.contains(ZonedDateTime.parse("2026-11-28T06:00:00+01:00")))
                .isFalse();
        assertThat(night.contains(ZonedDateTime.parse("2026-11-27T05:00:00+01:00")))
                .as("the morning after Thursday")
                .isFalse();
        assertThat(night.contains(ZonedDateTime.parse("2026-12-04T23:00:00+01:00")))
                .isFalse();
        var day = new TimeRow("00:00", "24:00", Set.of(), Set.of(1), Set.of());
        assertThat(new TimeGroup("First", List.of(day)).contains(ZonedDateTime.parse("2026-12-01T23:59:00Z")))
                .isTrue();
    }
}
