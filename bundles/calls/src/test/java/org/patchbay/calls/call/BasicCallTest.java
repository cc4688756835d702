package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

final class BasicCallTest {

    private final Exchange exchange = new Exchange();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    @Test
    void twoPhonesTalkUntilOneHangsUp() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg called = exchange.signalling.last("phone-101");
        CallId id = exchange.only().id();
        assertThat(called.invitation().caller().number()).isEqualTo("100");
        assertThat(caller.told()).isEmpty();

        called.rings();
        assertThat(caller.told()).containsExactly(180);
        assertThat(exchange.only().live().state()).isEqualTo(CallState.RINGING);

        called.answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        assertThat(exchange.hear(caller, called)).isTrue();
        assertThat(exchange.port(caller).like()).contains(exchange.port(called));
        assertThat(exchange.port(called).like()).contains(exchange.port(caller));

        exchange.pass(65);
        called.hangsUp();
        assertThat(caller.over()).isTrue();
        assertThat(exchange.journal.lines())
                .containsSubsequence(
                        "STARTED", "number internal", "devices ring", "RINGING 101", "ANSWERED 101", "ENDED ANSWERED");
        var record = exchange.journal.last();
        assertThat(record.id()).isEqualTo(id);
        assertThat(record.talked()).hasSeconds(65);
        assertThat(record.legs()).hasSize(2).allSatisfy(leg -> {
            assertThat(leg.quality().orElseThrow().codec()).isEqualTo("PCMA");
            assertThat(leg.answered()).isPresent();
        });
    }

    @Test
    void aPhoneThatDoesNotUnderstandTheCallIsNotTakenForAbsent() {
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("phone-101").refuses(488, "Not Acceptable Here");
        assertThat(caller.end().orElseThrow().status()).isEqualTo(488);
        assertThat(caller.end().orElseThrow().reason()).isEqualTo("not-understood");
        assertThat(exchange.journal.lines()).contains("outcome not-understood");
    }

    @Test
    void allPhonesRingAndOneTakesTheCall() {
        exchange.device("101", "second");
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg one = exchange.signalling.last("phone-101");
        FakeLeg other = exchange.signalling.last("second");
        one.rings();
        other.rings();
        assertThat(caller.told()).containsOnly(180);

        other.answers(Exchange.SDP);
        assertThat(one.end().orElseThrow().reason()).isEqualTo("Call completed elsewhere");
        assertThat(exchange.hear(caller, other)).isTrue();
        caller.hangsUp();
        assertThat(other.over()).isTrue();
        assertThat(exchange.journal.last().legs()).hasSize(3);
    }

    @Test
    void aPhoneThatRefusesLeavesTheOthersRinging() {
        exchange.device("101", "second");
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("second").refuses(480, "Not now");
        FakeLeg one = exchange.signalling.last("phone-101");
        assertThat(one.over()).isFalse();
        one.refuses(486, "Busy");
        assertThat(caller.end().orElseThrow().status()).isEqualTo(486);
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.BUSY);
    }

    @Test
    void theCallerGivesUp() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg called = exchange.signalling.last("phone-101");
        called.rings();
        caller.hangsUp();
        assertThat(called.end().orElseThrow().status()).isEqualTo(487);
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.GIVEN_UP);
    }

    @Test
    void nobodyAnswersInTime() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg called = exchange.signalling.last("phone-101");
        called.rings();
        exchange.pass(19);
        assertThat(called.over()).isFalse();
        exchange.pass(1);
        assertThat(called.over()).isTrue();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(480);
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.MISSED);
    }

    @Test
    void nobodyAnswersAndTheCallIsForwarded() {
        exchange.phones.forward(exchange.portal, "ext-101", Forwards.Case.NO_ANSWER, Optional.of(Exchange.to("102")));
        FakeLeg caller = exchange.call("100", "101");
        exchange.pass(20);
        FakeLeg other = exchange.signalling.last("phone-102");
        other.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, other)).isTrue();
        assertThat(exchange.journal.lines())
                .containsSubsequence("outcome no-answer", "forward no_answer", "devices ring", "ANSWERED 102");
    }

    @Test
    void theCalledPhoneIsHeardBeforeItAnswers() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg called = exchange.signalling.last("phone-101");
        called.sounds(Exchange.SDP);
        assertThat(caller.told()).containsExactly(180, 183);
        assertThat(exchange.port(caller).hears()).contains(exchange.port(called));
        String early = caller.description().orElseThrow();
        called.answers(Exchange.SDP);
        assertThat(caller.description()).contains(early);
        assertThat(exchange.hear(caller, called)).isTrue();
    }

    @Test
    void aCallerWithoutAnOfferGetsOne() {
        FakeLeg caller =
                exchange.signalling.call(exchange.board, exchange.portal, "phone-100", "101", Optional.empty());
        FakeLeg called = exchange.signalling.last("phone-101");
        called.rings();
        called.answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        caller.answersOffer(Exchange.SDP);
        assertThat(exchange.hear(caller, called)).isTrue();
    }

    @Test
    void whoIsHeldHearsMusic() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[0].offers(FakePhoneMedia.HOLDING);
        assertThat(exchange.hearsMusic(two[1])).isTrue();
        assertThat(exchange.only().live().state()).isEqualTo(CallState.HELD);
        two[0].offers(Exchange.SDP);
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        assertThat(exchange.journal.lines()).containsSubsequence("HELD 100", "RESUMED 100");
    }

    @Test
    void anOfferThatCannotBeReadChangesNothing() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].offers("rubbish");
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        two[1].offers(FakePhoneMedia.HOLDING);
        assertThat(exchange.hearsMusic(two[0])).isTrue();
    }

    @Test
    void aPhoneThatVanishesEndsTheCall() {
        FakeLeg[] two = exchange.talk("100", "101");
        exchange.port(two[1]).vanishes();
        assertThat(two[0].over()).isTrue();
        assertThat(two[1].end().orElseThrow().status()).isEqualTo(408);
    }

    @Test
    void aPhoneThatHoldsMayBeSilent() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].offers(FakePhoneMedia.HOLDING);
        exchange.port(two[1]).vanishes();
        assertThat(two[1].over()).isFalse();
    }

    @Test
    void whatCannotBeReadIsRefused() {
        FakeLeg caller =
                exchange.signalling.call(exchange.board, exchange.portal, "phone-100", "101", Optional.of("rubbish"));
        assertThat(caller.end().orElseThrow().status()).isEqualTo(488);
        FakeLeg good = exchange.call("100", "101");
        exchange.signalling.last("phone-101").answers("rubbish");
        assertThat(good.end()).isPresent();
    }

    @Test
    void aNumberThatIsNoneAndADeviceOfNobodyAreRefused() {
        assertThat(exchange.call("100", "999").end().orElseThrow().status()).isEqualTo(404);
        FakeLeg stranger =
                exchange.signalling.call(exchange.board, exchange.portal, "nobodys", "101", Optional.of(Exchange.SDP));
        assertThat(stranger.end().orElseThrow().status()).isEqualTo(403);
    }

    @Test
    void noMoreCallsThanThereIsRoomFor() {
        var small = new Exchange(2);
        small.call("100", "101");
        small.call("102", "103");
        assertThatThrownBy(() -> small.call("100", "103"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("calls.too-many"));
        small.signalling.open().forEach(FakeLeg::hangsUp);
        small.requireQuiet();
        assertThat(small.call("100", "103").over()).isFalse();
    }

    @Test
    void withoutAPortForTheCalledPhoneTheCallFails() {
        exchange.media.most(1);
        FakeLeg caller = exchange.call("100", "101");
        assertThat(caller.end().orElseThrow().status()).isEqualTo(503);
    }

    @Test
    void anExtensionInAsManyCallsAsItTakesIsBusy() {
        exchange.talk("100", "101");
        exchange.talk("102", "101");
        FakeLeg third = exchange.call("103", "101");
        assertThat(third.end().orElseThrow().status()).isEqualTo(486);
    }

    @Test
    void aCallerWhoWasAnsweredAlreadyHearsATone() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("102", Optional.empty());
        exchange.signalling.last("phone-102").refuses(486, "Busy");
        exchange.signalling.last("phone-101").refuses(486, "Busy");
        assertThat(exchange.port(two[0]).playing())
                .singleElement()
                .isInstanceOfSatisfying(
                        Prompt.Tone.class, tone -> assertThat(tone.kind()).isEqualTo(Prompt.Tone.Kind.BUSY));
        exchange.pass(4);
        assertThat(two[0].over()).isTrue();
        assertThat(List.of(exchange.journal.last().result())).containsExactly(CallResult.ANSWERED);
    }

    /** A trunk without a number to show. */
    private void nameless(String user) {
        Trunk one = exchange.trunk("carrier", 1);
        exchange.phones.put(
                exchange.portal,
                new Trunk(
                        one.id(),
                        one.name(),
                        one.department(),
                        one.order(),
                        one.on(),
                        one.host(),
                        one.port(),
                        one.transport(),
                        user,
                        !user.isEmpty(),
                        one.expirySeconds(),
                        one.networks(),
                        one.mostCalls(),
                        Optional.empty(),
                        one.ownCallerId(),
                        one.shown(),
                        one.dialled(),
                        one.prefix(),
                        one.version()));
    }

    private String shownTo(String number) {
        FakeLeg caller = exchange.call("100", number);
        String shown = exchange.signalling.last("carrier").invitation().caller().number();
        caller.hangsUp();
        return shown;
    }

    @Test
    void aLineWithoutANumberShowsItsAccountInEmergenciesToo() {
        nameless("acme");
        assertThat(shownTo("112")).isEqualTo("acme");
    }

    @Test
    void aLineWithoutNumberAndAccountShowsWhereTheCallerIsReached() {
        nameless("");
        exchange.inbound("+4930556", Exchange.to("100"), Optional.empty());
        exchange.inbound("+4930555", Exchange.to("101"), Optional.empty());
        assertThat(shownTo("112")).isEqualTo("+4930556");
        exchange.inbound("+4930556", Exchange.to("102"), Optional.empty());
        assertThat(shownTo("0401234567")).isEqualTo("+4930555");
    }

    @Test
    void aLineThatSeemsToBeDownIsTriedWhereNoOtherWorks() {
        exchange.signalling.trunk(exchange.portal, "carrier", TrunkState.DOWN);
        FakeLeg caller = exchange.call("100", "0401234567");
        FakeLeg carrier = exchange.signalling.last("carrier");
        carrier.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, carrier)).isTrue();
        caller.hangsUp();
    }

    @Test
    void thePathSaysWhatIsWrongWithTheCertificateOfALine() {
        for (var wrong : Map.of(
                        TrunkState.UNTRUSTED, "untrusted",
                        TrunkState.OTHER_HOST, "other-host",
                        TrunkState.EXPIRED, "expired")
                .entrySet()) {
            exchange.signalling.trunk(exchange.portal, "carrier", wrong.getKey());
            FakeLeg caller = exchange.call("100", "0401234567");
            exchange.signalling.last("carrier").refuses(503, "The certificate is not as it should be");
            caller.hangsUp();
            assertThat(exchange.journal.last().path()).anySatisfy(step -> {
                assertThat(step.decision().step()).isEqualTo("trunk");
                assertThat(step.decision().reason()).isEqualTo(wrong.getValue());
            });
        }
    }

    @Test
    void aCallThatMayNotGoOutsideIsStillOneThatLeadsThere() {
        exchange.limit = Optional.of("minutes");
        exchange.call("100", "0401234567").hangsUp();
        assertThat(exchange.journal.last().direction()).isEqualTo(CallDirection.OUTGOING);
    }

    @Test
    void aLimitIsSaidBeforeTheCallIsRefused() {
        exchange.limit = Optional.of("minutes");
        FakeLeg caller = exchange.call("100", "+4940123456");
        assertThat(caller.told()).containsExactly(183);
        assertThat(caller.over()).isFalse();
        assertThat(exchange.port(caller).playing()).containsExactly(new Prompt.Sentence("limit-minutes", "en"));
        exchange.port(caller).finishes();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(403);
        assertThat(caller.end().orElseThrow().reason()).isEqualTo("minutes");
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.REFUSED);

        FakeLeg impatient = exchange.call("100", "+4940123456");
        impatient.hangsUp();
        assertThat(exchange.board.of(exchange.portal)).isEmpty();

        FakeLeg patient = exchange.call("100", "+4940123456");
        exchange.pass(15);
        assertThat(patient.over()).isTrue();
        exchange.limit = Optional.empty();
    }
}
