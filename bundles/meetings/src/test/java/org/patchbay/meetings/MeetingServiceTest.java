package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.testing.identity.Callers;

class MeetingServiceTest {

    private final MeetingWorld world = new MeetingWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private void portal(
            Optional<LocalDate> expires, Set<String> profiles, Set<Feature> features, MeetingDefaults defaults) {
        world.portals.change(
                world.acme.id(),
                draft -> new PortalDraft(
                        draft.name(),
                        draft.host(),
                        draft.language(),
                        draft.zone(),
                        draft.accent(),
                        true,
                        expires,
                        Optional.empty(),
                        profiles,
                        features,
                        Optional.empty(),
                        defaults));
    }

    private Meeting start(Optional<String> video, Optional<String> sharing, Optional<String> pin) {
        var draft = new MeetingDraft("Monday", video, sharing, pin);
        return world.one.meetings.start(world.acme.id(), draft, Callers.user(world.acme.id()));
    }

    private static void isRefused(ThrowingCallable call, String pointer, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.errors()).extracting(error -> error.pointer()).containsExactly(pointer);
            assertThat(e.errors().get(0).code()).isEqualTo(code);
        });
    }

    private static void isRefused(ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    @Tag("S1.26")
    @Tag("S1.27")
    @Tag("S1.28")
    void newMeetingsHaveThePortalsDefaults() {
        var defaults = new MeetingDefaults("hd", "low", Optional.of(Lobby.GUESTS), Optional.of(ScreenSharing.HOSTS));
        portal(Optional.empty(), Set.of("low", "hd"), Set.of(), defaults);
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(meeting.video()).isEqualTo("hd");
        assertThat(meeting.sharing()).isEqualTo("low");
        assertThat(meeting.lobby()).isEqualTo(Lobby.GUESTS);
        assertThat(meeting.screens()).isEqualTo(ScreenSharing.HOSTS);
        assertThat(world.one.meetings.find(world.acme.id(), meeting.id())).contains(meeting);
    }

    @Test
    @Tag("S1.44")
    @Tag("S0.22")
    void aMeetingMayChooseAnotherOfThePortalsProfiles() {
        portal(Optional.empty(), Set.of("low", "hd"), Set.of(), new MeetingDefaults("hd", "hd"));
        Meeting meeting = start(Optional.of("low"), Optional.of("hd"), Optional.empty());
        assertThat(meeting.video()).isEqualTo("low");
    }

    @Test
    @Tag("S0.23")
    void aProfileThatIsNotEnabledIsRefused() {
        portal(Optional.empty(), Set.of("low"), Set.of(), new MeetingDefaults("low", "low"));
        isRefused(() -> start(Optional.of("hd"), Optional.empty(), Optional.empty()), "/video", "profile.not-enabled");
        isRefused(
                () -> start(Optional.empty(), Optional.of("made-up"), Optional.empty()),
                "/sharing",
                "profile.not-enabled");
    }

    @Test
    @Tag("S0.19")
    void noMeetingStartsInAnExpiredPortal() {
        var last = LocalDate.of(2026, 11, 23);
        portal(Optional.of(last), Set.of("standard"), Set.of(), MeetingDefaults.standard());
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.empty());

        world.clock.pass(Duration.ofHours(11));
        isRefused(() -> start(Optional.empty(), Optional.empty(), Optional.empty()), "portal.expired");
        isRefused(
                () -> world.one.meetings.byCode(world.acme.id(), meeting.code(), Optional.empty(), "192.0.2.1"),
                "portal.expired");
        assertThat(world.one.meetings.find(world.acme.id(), meeting.id())).isPresent();

        portal(Optional.of(last.plusDays(1)), Set.of("standard"), Set.of(), MeetingDefaults.standard());
        start(Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    @Tag("S0.26")
    void aPinIsAskedOfGuests() {
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.of("4711"));
        isRefused(() -> come(meeting, Optional.empty(), "192.0.2.1"), "/pin", "pin.needed");
        isRefused(() -> come(meeting, Optional.of("4712"), "192.0.2.1"), "/pin", "pin.wrong");
        assertThat(come(meeting, Optional.of(" 4711 "), "192.0.2.1").id()).isEqualTo(meeting.id());
        assertThat(world.store.find(world.acme.id(), meeting.id()).orElseThrow().sealedPin())
                .hasValueSatisfying(kept -> assertThat(kept).doesNotContain("4711"));
    }

    @Test
    @Tag("S0.26")
    void guessesOfAPinAreThrottled() {
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.of("4711"));
        for (int guess = 0; guess < 5; guess++) {
            isRefused(() -> come(meeting, Optional.of("0000"), "192.0.2.1"), "/pin", "pin.wrong");
        }
        assertThatThrownBy(() -> come(meeting, Optional.of("4711"), "192.0.2.1"))
                .isInstanceOfSatisfying(PatchbayException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("pin.throttled");
                    assertThat(refusal.params().get("retryAfter")).isEqualTo(600L);
                });
        come(meeting, Optional.of("4711"), "192.0.2.2");
        world.cluster.pass(Duration.ofMinutes(11));
        come(meeting, Optional.of("4711"), "192.0.2.1");
    }

    @Test
    @Tag("S0.26")
    void aLinkSaysWhetherAPinIsNeededAndNothingElse() {
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.of("4711"));
        Meeting open = start(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(look(meeting.code(), "192.0.2.1")).isTrue();
        assertThat(look(open.code(), "192.0.2.1")).isFalse();
        world.one.meetings.end(world.acme.id(), open.id(), Callers.administrator(world.acme.id()));
        isRefused(() -> look(open.code(), "192.0.2.1"), "meeting.link-ended");
        assertThat(world.store.open(10)).hasSize(1);
    }

    @Test
    void linksThatLeadNowhereAreThrottledByAddress() {
        Meeting meeting = start(Optional.empty(), Optional.empty(), Optional.empty());
        for (int guess = 0; guess < 30; guess++) {
            look(meeting.code(), "192.0.2.1");
            isRefused(() -> look("nonsense", "192.0.2.1"), "meeting.link-ended");
        }
        assertThatThrownBy(() -> look(meeting.code(), "192.0.2.1"))
                .isInstanceOfSatisfying(PatchbayException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("meeting.links-throttled");
                    assertThat(refusal.params().get("retryAfter")).isEqualTo(600L);
                });
        isRefused(() -> come(meeting, Optional.empty(), "192.0.2.1"), "meeting.links-throttled");
        assertThat(look(meeting.code(), "192.0.2.2")).isFalse();
        world.clock.pass(Duration.ofMinutes(10));
        assertThat(look(meeting.code(), "192.0.2.1")).isFalse();
    }

    private boolean look(String code, String address) {
        return world.one.meetings.asksPin(world.acme.id(), code, address);
    }

    private Meeting come(Meeting meeting, Optional<String> pin, String address) {
        return world.one.meetings.byCode(world.acme.id(), meeting.code(), pin, address);
    }

    @Test
    @Tag("S0.27")
    void aPinIsRefusedWhereTheFeatureIsOff() {
        portal(Optional.empty(), Set.of("standard"), Set.of(Feature.RECORDING), MeetingDefaults.standard());
        isRefused(() -> start(Optional.empty(), Optional.empty(), Optional.of("4711")), "/pin", "feature.off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345678901", "12a4"})
    void aPinIsFourToTenDigits(String pin) {
        isRefused(() -> start(Optional.empty(), Optional.empty(), Optional.of(pin)), "/pin", "pin.digits");
    }
}
