package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.api.identity.Caller;
import org.patchbay.extensions.ExtensionStatus.DiversionStatus;

/** Which diversions administrators see to hold. */
class StatusDeskTest {

    /** A Monday, 7:30 in the zone of the portal and 8:30 in Athens. */
    private static final Instant NOW = Instant.parse("2026-11-30T06:30:00Z");

    private final World world = new World();
    private final Extension own = world.extension("100");
    private final Extension other = world.extension("101");
    private final StatusDesk desk = world.one.status(Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        world.close();
    }

    private List<ExtensionStatus> all(Caller by) {
        return desk.list(world.acme, Optional.empty(), PageRequest.first(50), by)
                .items();
    }

    private List<DiversionStatus> diversions() {
        return all(world.admin).get(0).diversions();
    }

    @Test
    @Tag("S4.30")
    void whatWasChosenIsShownAndWhetherItHolds() {
        assertThat(diversions()).as("nothing was chosen").isEmpty();
        world.one.extensions.choose(
                world.acme,
                own.id(),
                own.version(),
                one -> one.doNotDisturb(true)
                        .ringSeconds(35)
                        .forwards(Forwards.NONE.with(Forwards.Case.BUSY, Optional.of(World.to(other)))),
                world.admin);
        world.one.services.choose(
                world.acme,
                own.id(),
                0,
                one -> one.followMe(new FollowMe(
                                false, 10, List.of("0171555123"), true, 20, Optional.empty(), true, true, false))
                        .secretary(new Secretary(true, Optional.of(other.id()), List.of())),
                world.admin);
        assertThat(all(world.admin)).extracting(ExtensionStatus::number).containsExactly("100", "101");
        assertThat(all(world.admin).get(0).ringSeconds()).isEqualTo(35);
        assertThat(diversions())
                .containsExactly(
                        new DiversionStatus(Diversion.DO_NOT_DISTURB, true, Optional.empty(), Optional.empty()),
                        new DiversionStatus(Diversion.BUSY, true, Optional.of(World.to(other)), Optional.empty()),
                        new DiversionStatus(Diversion.FOLLOW_ME, false, Optional.empty(), Optional.empty()),
                        new DiversionStatus(Diversion.SECRETARY, true, Optional.of(World.to(other)), Optional.empty()));
    }

    @Test
    @Tag("S4.11")
    @Tag("S4.32")
    void aTimeGroupIsReadInTheZoneOfTheExtension() {
        var morning = new TimeGroup(
                "Morning", List.of(new TimeRow("08:00", "12:00", Set.of(DayOfWeek.MONDAY), Set.of(), Set.of())));
        world.one.services.choose(
                world.acme,
                own.id(),
                0,
                one -> one.times(List.of(morning), Map.of(Diversion.DO_NOT_DISTURB, "Morning")),
                world.admin);
        assertThat(diversions())
                .containsExactly(
                        new DiversionStatus(Diversion.DO_NOT_DISTURB, false, Optional.empty(), Optional.of("Morning")));
        world.one.services.choose(
                world.acme,
                own.id(),
                1,
                one -> one.speaking(Optional.empty(), Optional.of("Europe/Athens")),
                world.admin);
        assertThat(diversions())
                .containsExactly(
                        new DiversionStatus(Diversion.DO_NOT_DISTURB, true, Optional.empty(), Optional.of("Morning")));
    }

    @Test
    @Tag("S4.30")
    void aPersonAndAnotherPortalSeeNothingOfIt() {
        assertThat(all(world.anna)).isEmpty();
        assertThat(desk.list(world.bolt, Optional.empty(), PageRequest.first(50), world.stranger)
                        .items())
                .isEmpty();
    }
}
