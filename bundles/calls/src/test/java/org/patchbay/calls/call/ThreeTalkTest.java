package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.testing.phonemedia.FakeMixer;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

/** One of three leaves, parks or is put through: the two others talk on. */
final class ThreeTalkTest {

    private final Exchange exchange = new Exchange();
    private FakeLeg pia;
    private FakeLeg nora;
    private FakeLeg omar;
    private Call call;
    private FakeMixer mixer;

    ThreeTalkTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71"), 60, false, CallLimits.STANDARD, 0));
        FakeLeg[] two = exchange.talk("100", "101");
        pia = two[0];
        nora = two[1];
        call = exchange.only();
        mixer = new FakeMixer();
        omar = pia;
    }

    @BeforeEach
    void aThirdComesIn() {
        act("101", new CallAction.Add("102"));
        omar = exchange.signalling.last("phone-102");
        omar.answers(Exchange.SDP);
        mixer = exchange.media.mixers().get(0);
        requireTalk(pia, nora, omar);
        exchange.extension("104");
        exchange.device("104", "phone-104");
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private Actor actor(String number) {
        return new Actor(exchange.person(number), exchange.phones.ofPerson(exchange.portal, exchange.person(number)));
    }

    private void act(String by, CallAction action) {
        new Verbs(call, actor(by)).act(action);
    }

    /** Each hears each other one. */
    private void requireTalk(FakeLeg... all) {
        for (FakeLeg one : all) {
            for (FakeLeg other : all) {
                assertThat(one == other || mixer.hears(exchange.port(one), exchange.port(other)))
                        .isTrue();
            }
        }
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    @Tag("S3.35")
    void whoIsPutThroughTakesThePlaceAndTheOthersTalkOn() {
        omar.refers("103", Optional.empty());
        assertThat(omar.transferred()).containsExactly(200);
        assertThat(omar.over()).isTrue();
        requireTalk(pia, nora);
        FakeLeg ada = exchange.signalling.last("phone-103");
        assertThat(ada.invitation().caller().number()).isEqualTo("100");
        ada.rings();
        requireTalk(pia, nora);
        ada.answers(Exchange.SDP);
        requireTalk(pia, nora, ada);
        assertThat(call.live().parties()).extracting(CallParty::number).containsExactlyInAnyOrder("100", "101", "103");
        assertThat(exchange.journal.lines()).contains("TRANSFERRED 103");
    }

    @Test
    void whoCalledPutsThroughAsEverybodyElse() {
        pia.refers("103", Optional.empty());
        assertThat(pia.over()).isTrue();
        requireTalk(nora, omar);
        FakeLeg ada = exchange.signalling.last("phone-103");
        ada.answers(Exchange.SDP);
        requireTalk(nora, omar, ada);
        nora.hangsUp();
        omar.refers("104", Optional.empty());
        FakeLeg last = exchange.signalling.last("phone-104");
        last.answers(Exchange.SDP);
        assertThat(exchange.hear(ada, last)).isTrue();
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLongerThanUsual() {
        omar.refers("103", Optional.empty());
        FakeLeg ada = exchange.signalling.last("phone-103");
        ada.rings();
        exchange.pass(20);
        assertThat(ada.over()).isTrue();
        requireTalk(pia, nora);
        assertThat(exchange.journal.lines()).contains("outcome no-answer");
        pia.hangsUp();
        assertThat(exchange.signalling.open()).isEmpty();
    }

    @Test
    void whoIsRungByTheConsoleAsWell() {
        act("102", new CallAction.Divert("103"));
        assertThat(omar.over()).isTrue();
        requireTalk(pia, nora);
        exchange.signalling.last("phone-103").refuses(486, "Busy");
        requireTalk(pia, nora);
    }

    @Test
    void whereNoPhoneRingsChangesNothing() {
        exchange.signalling.forget(exchange.portal, "phone-103");
        omar.refers("103", Optional.empty());
        omar.refers("999", Optional.empty());
        omar.refers("*60", Optional.empty());
        assertThat(omar.transferred()).containsExactly(480, 404, 488);
        requireTalk(pia, nora, omar);
        refused("call.more-than-two", () -> act("102", new CallAction.Divert("*60")));
    }

    @Test
    void nobodyIsParkedOutOfThree() {
        omar.refers("*68", Optional.empty());
        omar.refers("71", Optional.empty());
        assertThat(omar.transferred()).containsExactly(488, 488);
        refused("call.more-than-two", () -> act("102", new CallAction.Park(Optional.empty())));
        requireTalk(pia, nora, omar);
        assertThat(call.live().place()).isEmpty();
    }

    @Test
    void whoWasAskedBeforeTakesThePlace() {
        omar.offers(FakePhoneMedia.HOLDING);
        FakeLeg[] asks = exchange.talk("102", "103");
        requireTalk(pia, nora);
        omar.refers("103", Optional.of(asks[0]));
        assertThat(omar.transferred()).containsExactly(200);
        assertThat(omar.over()).isTrue();
        assertThat(asks[0].over()).isTrue();
        requireTalk(pia, nora, asks[1]);
    }

    @Test
    void itIsTheSameFromTheOtherCall() {
        omar.offers(FakePhoneMedia.HOLDING);
        FakeLeg[] asks = exchange.talk("102", "103");
        asks[0].refers("101", Optional.of(omar));
        assertThat(asks[0].transferred()).containsExactly(200);
        assertThat(omar.over()).isTrue();
        assertThat(asks[0].over()).isTrue();
        requireTalk(pia, nora, asks[1]);
        assertThat(exchange.only()).isSameAs(call);
    }

    @Test
    void whoIsAskedAndStillRingsComesWhenAnswered() {
        omar.offers(FakePhoneMedia.HOLDING);
        FakeLeg ask = exchange.call("102", "103");
        exchange.signalling.last("phone-103").rings();
        omar.refers("103", Optional.of(ask));
        assertThat(omar.transferred()).contains(200);
        requireTalk(pia, nora);
        FakeLeg ada = exchange.signalling.last("phone-103");
        ada.answers(Exchange.SDP);
        requireTalk(pia, nora, ada);
    }

    @Test
    void threeAndThreeAreNotPutTogether() {
        omar.offers(FakePhoneMedia.HOLDING);
        FakeLeg[] asks = exchange.talk("102", "103");
        Call second = exchange.board.of(exchange.portal).stream()
                .filter(one -> one != call)
                .findFirst()
                .orElseThrow();
        new Verbs(second, actor("102")).act(new CallAction.Add("104"));
        exchange.signalling.last("phone-104").answers(Exchange.SDP);
        omar.refers("103", Optional.of(asks[0]));
        assertThat(omar.transferred()).containsExactly(488);
        refused("call.more-than-two", () -> new Verbs(call, actor("102")).transfer(second));
        assertThat(asks[1].over()).isFalse();
        requireTalk(pia, nora);
    }

    @Test
    void oneOfThreeOnHoldHearsNothingAndTheOthersTalk() {
        act("102", new CallAction.Hold(true));
        requireTalk(pia, nora);
        act("102", new CallAction.Hold(false));
        requireTalk(pia, nora, omar);
    }
}
