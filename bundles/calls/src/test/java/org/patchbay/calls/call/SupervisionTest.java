package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Party;
import org.patchbay.testing.phonemedia.FakeMixer;
import org.patchbay.testing.phonemedia.FakePort;
import org.patchbay.testing.signalling.FakeLeg;

/** What people do with calls by the console, and supervisors by codes. */
final class SupervisionTest {

    private final Exchange exchange = new Exchange();

    SupervisionTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71"), 60, true, CallLimits.STANDARD, 0));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private void act(String by, CallAction action) {
        act(exchange.only(), by, action);
    }

    private void act(Call call, String by, CallAction action) {
        var actor = new Actor(exchange.person(by), exchange.phones.ofPerson(exchange.portal, exchange.person(by)));
        new Verbs(call, actor).act(action);
    }

    private FakeMixer mixer() {
        return exchange.media.mixers().get(exchange.media.mixers().size() - 1);
    }

    private FakeLeg comes(String number) {
        FakeLeg leg = exchange.signalling.last("phone-" + number);
        assertThat(leg.invitation().ring()).isEqualTo(Invitation.Ring.ANSWER_BY_ITSELF);
        leg.answers(Exchange.SDP);
        return leg;
    }

    @Test
    @Tag("S3.35")
    void whoListensInIsNotHeard() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        FakePort listener = exchange.port(comes("102"));
        FakePort one = exchange.port(two[0]);
        FakePort other = exchange.port(two[1]);
        assertThat(mixer().hears(listener, one)).isTrue();
        assertThat(mixer().hears(listener, other)).isTrue();
        assertThat(mixer().hears(one, listener)).isFalse();
        assertThat(mixer().hears(one, other)).isTrue();
        two[0].hangsUp();
        assertThat(exchange.signalling.open()).isEmpty();
    }

    @Test
    @Tag("S3.35")
    void whoWhispersIsHeardByOneAlone() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Whisper(two[1].id().value()));
        FakePort whisperer = exchange.port(comes("102"));
        assertThat(mixer().hears(exchange.port(two[1]), whisperer)).isTrue();
        assertThat(mixer().hears(exchange.port(two[0]), whisperer)).isFalse();
        assertThat(mixer().inside()).containsEntry(exchange.port(two[1]), Mixer.Ear.COACHED);
    }

    private List<String> seen(String by, boolean supervises) {
        return Supervision.seen(exchange.only(), Optional.of(exchange.person(by)), supervises).parties().stream()
                .map(CallParty::number)
                .toList();
    }

    @Test
    @Tag("S3.35")
    void whoWhispersIsSeenByWhoHearsItAndBySupervisorsAlone() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Whisper(two[1].id().value()));
        comes("102");
        assertThat(seen("100", true)).containsExactly("100", "101");
        assertThat(seen("101", true)).containsExactly("100", "101", "102");
        assertThat(seen("102", false)).containsExactly("100", "101", "102");
        assertThat(seen("103", true)).containsExactly("100", "101", "102");
        assertThat(seen("103", false)).containsExactly("100", "101");
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        CallRecord record = exchange.journal.last();
        assertThat(record.legs()).hasSize(3);
        for (String talked : List.of("100", "101")) {
            assertThat(Supervision.seen(record, Optional.of(exchange.person(talked)), true)
                            .legs())
                    .hasSize(2);
        }
        for (String other : List.of("102", "103")) {
            assertThat(Supervision.seen(record, Optional.of(exchange.person(other)), true)
                            .legs())
                    .hasSize(3);
        }
    }

    @Test
    @Tag("S3.35")
    void whoListensInIsSeenByNobodyWhoTalks() {
        exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        assertThat(seen("100", true)).as("while it rings").containsExactly("100", "101");
        FakeLeg listener = comes("102");
        assertThat(listener.invitation().caller().name()).isEqualTo("Somebody at 100, Somebody at 101");
        assertThat(seen("100", true)).containsExactly("100", "101");
        assertThat(seen("101", true)).containsExactly("100", "101");
        assertThat(seen("102", true)).containsExactly("100", "101", "102");
    }

    @Test
    void anIntercomSaysThatSomebodySpeaks() {
        exchange.rights = Set.of(Right.INTERCOM);
        FakeLeg caller = exchange.call("100", "*80101");
        FakeLeg called = exchange.signalling.last("phone-101");
        assertThat(called.invitation().ring()).isEqualTo(Invitation.Ring.INTERCOM);
        called.answers(Exchange.SDP);
        assertThat(caller.connected()).containsExactly(new Party("101", "Somebody at 101"));
        caller.hangsUp();
    }

    @Test
    @Tag("S3.35")
    void whoBargesInTalksWithBoth() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.BargeIn());
        FakeLeg third = comes("102");
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(third))).isTrue();
        assertThat(exchange.only().live().parties())
                .extracting(CallParty::role)
                .containsExactly(CallParty.Role.CALLER, CallParty.Role.CALLED, CallParty.Role.BARGED_IN);
        two[1].hangsUp();
        assertThat(two[0].over()).isFalse();
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(third))).isTrue();
    }

    @Test
    void threeTalkTogether() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("100", new CallAction.Add("102"));
        FakeLeg third = exchange.signalling.last("phone-102");
        third.answers(Exchange.SDP);
        assertThat(mixer().hears(exchange.port(third), exchange.port(two[1]))).isTrue();
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(third))).isTrue();
    }

    @Test
    @Tag("S3.33")
    void codesNeedTheRightOfThePerson() {
        FakeLeg[] two = exchange.talk("100", "101");
        refused("102", "*84101", "may-not-listen");
        refused("102", "*85101", "may-not-join");
        exchange.rights = Set.of(Right.LISTEN_IN);
        FakeLeg listener = exchange.call("102", "*84101");
        assertThat(listener.talking()).isTrue();
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(listener)))
                .isFalse();
        refused("103", "*86101", "may-not-join");
    }

    @Test
    void whoMayNotListenDoesNotLearnWhetherAnybodyTalks() {
        refused("102", "*84101", "may-not-listen");
        refused("102", "*84999", "may-not-listen");
        exchange.rights = Set.of(Right.LISTEN_IN);
        FakeLeg leg = exchange.call("102", "*84101");
        assertThat(exchange.port(leg).playing().toString()).contains("nobody-talks");
        exchange.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(404);
    }

    /** Hears why, and is refused then. */
    private void refused(String from, String code, String reason) {
        FakeLeg leg = exchange.call(from, code);
        assertThat(exchange.port(leg).playing().toString()).contains(reason);
        exchange.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(403);
        assertThat(leg.end().orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    void clickToCallRingsTheOwnPhonesFirst() {
        Call call = exchange.board.originate(
                exchange.portal,
                exchange.phones.find(exchange.portal, "ext-100").orElseThrow(),
                "101");
        FakeLeg own = exchange.signalling.last("phone-100");
        assertThat(own.invitation().caller().number()).isEqualTo("101");
        own.answers(Exchange.SDP);
        FakeLeg called = exchange.signalling.last("phone-101");
        assertThat(exchange.port(own).playing()).singleElement().isInstanceOf(Prompt.Tone.class);
        called.rings();
        called.answers(Exchange.SDP);
        assertThat(exchange.hear(own, called)).isTrue();
        assertThat(call.live().state()).isEqualTo(CallState.TALKING);
    }

    @Test
    void whoHangsUpBeforeItRingsThereHasGivenUp() {
        exchange.board.originate(
                exchange.portal,
                exchange.phones.find(exchange.portal, "ext-100").orElseThrow(),
                "101");
        FakeLeg own = exchange.signalling.last("phone-100");
        own.answers(Exchange.SDP);
        FakeLeg called = exchange.signalling.last("phone-101");
        own.hangsUp();
        assertThat(called.over()).isTrue();
    }

    @Test
    void holdsByTheConsole() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("100", new CallAction.Hold(true));
        assertThat(exchange.hearsMusic(two[1])).isTrue();
        act("100", new CallAction.Hold(false));
        assertThat(exchange.hear(two[0], two[1])).isTrue();
    }

    @Test
    @Tag("S3.35")
    void divertsARingingCallAndOneThatTalks() {
        FakeLeg caller = exchange.call("100", "101");
        act("101", new CallAction.Divert("102"));
        assertThat(exchange.signalling.last("phone-101").over()).isTrue();
        FakeLeg second = exchange.signalling.last("phone-102");
        second.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, second)).isTrue();
        act("102", new CallAction.Divert("103"));
        FakeLeg third = exchange.signalling.last("phone-103");
        third.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, third)).isTrue();
        assertThat(second.over()).isTrue();
    }

    @Test
    @Tag("S3.35")
    void parksAndPicksUpByTheConsole() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("101", new CallAction.Park(Optional.empty()));
        assertThat(exchange.only().live().place()).contains("71");
        act("102", new CallAction.PickUp());
        FakeLeg taker = comes("102");
        assertThat(exchange.hear(two[0], taker)).isTrue();
    }

    @Test
    void picksUpACallThatRings() {
        FakeLeg caller = exchange.call("100", "101");
        act("102", new CallAction.PickUp());
        FakeLeg taker = comes("102");
        assertThat(exchange.signalling.last("phone-101").over()).isTrue();
        assertThat(exchange.hear(caller, taker)).isTrue();
    }

    @Test
    void transfersTwoOwnCallsByTheConsole() {
        FakeLeg[] first = exchange.talk("100", "101");
        Call one = exchange.only();
        FakeLeg[] second = exchange.talk("100", "102");
        Call other = exchange.board.of(exchange.portal).stream()
                .filter(call -> call != one)
                .findFirst()
                .orElseThrow();
        var actor =
                new Actor(exchange.person("100"), exchange.phones.ofPerson(exchange.portal, exchange.person("100")));
        new Verbs(one, actor).transfer(other);
        assertThat(exchange.hear(first[1], second[1])).isTrue();
        assertThat(first[0].over() && second[0].over()).isTrue();
    }

    @Test
    void recordsAndTellsThoseWhoTalk() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("100", new CallAction.Recording(true));
        assertThat(exchange.port(two[0]).recording().orElseThrow().toString())
                .contains(exchange.only().id().value());
        assertThat(exchange.port(two[1]).playing()).containsExactly(new Prompt.Sentence("recorded", "en"));
        assertThat(exchange.only().live().recorded()).isTrue();
        act("100", new CallAction.Recording(false));
        assertThat(exchange.port(two[0]).recording()).isEmpty();
        assertThat(exchange.journal.lines()).contains("RECORDING_STARTED", "RECORDING_STOPPED");
    }

    @Test
    void pressesKeysForTheOther() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("100", new CallAction.Press("12#"));
        assertThat(exchange.port(two[1]).pressed()).isEqualTo("12#");
        assertThatThrownBy(() -> act("100", new CallAction.Press("x"))).isInstanceOf(PatchbayException.class);
    }

    @Test
    void answersAtThePhoneAndRefusesThere() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg first = exchange.signalling.last("phone-101");
        act("101", new CallAction.Answer());
        assertThat(first.over()).isTrue();
        FakeLeg again = comes("101");
        assertThat(exchange.hear(caller, again)).isTrue();
        caller.hangsUp();
        exchange.call("100", "101");
        act("101", new CallAction.HangUp());
        assertThat(exchange.journal.last().path().toString()).contains("refused");
    }

    @Test
    void theExtensionThatRingsAnswersAndNobodyElse() {
        FakeLeg caller = exchange.call("100", "101");
        assertThatThrownBy(() -> act("100", new CallAction.Answer()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("call.state"));
        assertThatThrownBy(() -> act("102", new CallAction.Answer()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("call.not-in"));
        FakeLeg rings = exchange.signalling.last("phone-101");
        assertThat(rings.over()).isFalse();
        var both = new Actor(
                exchange.person("101"),
                List.of(
                        exchange.phones
                                .ofPerson(exchange.portal, exchange.person("102"))
                                .get(0),
                        exchange.phones
                                .ofPerson(exchange.portal, exchange.person("101"))
                                .get(0)));
        new Verbs(exchange.only(), both).act(new CallAction.Answer());
        assertThat(rings.over()).isTrue();
        assertThat(exchange.hear(caller, comes("101"))).isTrue();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        exchange.call("100", "101");
        assertThatThrownBy(() -> act("102", new CallAction.Listen()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("call.state"));
        exchange.signalling.forget(exchange.portal, "phone-102");
        assertThatThrownBy(() -> act("102", new CallAction.PickUp()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("call.no-phone"));
    }
}
