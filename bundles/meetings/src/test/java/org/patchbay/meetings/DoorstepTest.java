package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.spi.meetings.PlannedRoom;
import org.patchbay.testing.identity.Callers;

class DoorstepTest {

    private static final String ADDRESS = "192.0.2.7";

    private final MeetingWorld world = new MeetingWorld();
    private final PortalId acme = world.acme.id();
    private final Caller.Member host = Callers.user(acme);
    private final Instant starts = world.clock.instant().plus(Duration.ofHours(1));
    private final MeetingService meetings = world.one.meetings;

    @AfterEach
    void close() {
        world.close();
    }

    private void plan(Optional<String> pin, boolean cancelled, boolean over) {
        var draft = new MeetingDraft(
                "Planned", Optional.of("gone"), Optional.empty(), pin, Optional.of(Lobby.GUESTS), Optional.empty());
        var window = new PlannedRoom.Window(
                starts.minus(Duration.ofMinutes(15)), starts, starts.plus(Duration.ofMinutes(90)));
        PersonId organizer = host.person();
        world.planned.put(
                "code",
                new PlannedRoom(
                        "plan", draft, organizer, "Ann", cancelled, over ? Optional.empty() : Optional.of(window)));
    }

    private Meeting asGuest() {
        return meetings.byCode(acme, "code", Optional.empty(), ADDRESS);
    }

    private static void isRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    @Tag("S1.44")
    void beforeItsTimeALinkSaysWhenItStarts() {
        plan(Optional.empty(), false, false);

        assertThatThrownBy(this::asGuest).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.code()).isEqualTo("meeting.not-yet");
            assertThat(e.params().get("starts")).isEqualTo(starts.toString());
            assertThat(e.params().get("title")).isEqualTo("Planned");
        });
        isRefused(() -> meetings.byLink(acme, "code", Callers.user(acme)), "meeting.not-yet");
        isRefused(() -> meetings.asksPin(acme, "code", ADDRESS), "meeting.not-yet");
        isRefused(() -> meetings.byCode(acme, "other", Optional.empty(), ADDRESS), "meeting.link-ended");
    }

    @Test
    void whoeverComesFirstOpensTheRoomOfItsOrganizer() {
        plan(Optional.empty(), false, false);
        world.clock.pass(Duration.ofMinutes(45));
        Meeting opened = asGuest();

        assertThat(opened.title()).isEqualTo("Planned");
        assertThat(opened.code()).isEqualTo("code");
        assertThat(opened.host()).isEqualTo(host.person().value());
        assertThat(opened.lobby()).isEqualTo(Lobby.GUESTS);
        assertThat(opened.video()).isEqualTo("standard");
        assertThat(asGuest().id()).isEqualTo(opened.id());
        assertThat(meetings.byLink(acme, "code", host).id()).isEqualTo(opened.id());
    }

    @Test
    void theOrganizerOpensItAtAnyTimeAndTheNextOneIsAnotherMeeting() {
        plan(Optional.empty(), false, false);
        Meeting early = meetings.byLink(acme, "code", host);
        assertThat(asGuest().id()).isEqualTo(early.id());

        meetings.end(acme, early.id(), host);
        isRefused(this::asGuest, "meeting.not-yet");
        world.clock.pass(Duration.ofHours(1));
        assertThat(asGuest().id()).isNotEqualTo(early.id());
    }

    @Test
    @Tag("S0.26")
    void nobodyOpensItWithoutThePin() {
        plan(Optional.of("4711"), false, false);
        assertThatThrownBy(this::asGuest).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.params().containsKey("title"))
                .isFalse());
        world.clock.pass(Duration.ofHours(1));
        assertThat(meetings.asksPin(acme, "code", ADDRESS)).isTrue();

        assertThatThrownBy(this::asGuest).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.errors().get(0).code())
                .isEqualTo("pin.needed"));
        assertThat(world.store.open(10)).isEmpty();
        assertThat(meetings.byCode(acme, "code", Optional.of("4711"), ADDRESS).pin())
                .contains("4711");
    }

    @Test
    void afterTheLastTimeOrACancellationItSaysSo() {
        plan(Optional.empty(), false, true);
        isRefused(this::asGuest, "meeting.over");
        plan(Optional.empty(), true, false);
        isRefused(() -> meetings.byLink(acme, "code", host), "meeting.cancelled");
    }
}
