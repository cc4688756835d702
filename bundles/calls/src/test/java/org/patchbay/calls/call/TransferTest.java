package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

/** Transfers, parking and picking up, as phones do them. */
final class TransferTest {

    private final Exchange exchange = new Exchange();

    TransferTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71", "72"), 60, false, CallLimits.STANDARD, 0));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    @Test
    @Tag("S3.35")
    void aBlindTransferLeavesTheOtherWithTheNewOne() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[0].refers("102", Optional.empty());
        FakeLeg third = exchange.signalling.last("phone-102");
        third.rings();
        third.answers(Exchange.SDP);
        assertThat(two[0].over()).isTrue();
        assertThat(exchange.hear(two[1], third)).isTrue();
        assertThat(exchange.journal.lines()).contains("TRANSFERRED 102");
    }

    @Test
    void anAttendedTransferJoinsTheTwoOthers() {
        FakeLeg[] first = exchange.talk("100", "101");
        first[0].offers(FakePhoneMedia.HOLDING);
        FakeLeg[] second = exchange.talk("100", "102");
        first[0].refers("102", Optional.of(second[0]));
        assertThat(first[0].transferred()).containsExactly(200);
        assertThat(first[0].over()).isTrue();
        assertThat(second[0].over()).isTrue();
        assertThat(exchange.hear(first[1], second[1])).isTrue();
        assertThat(exchange.board.of(exchange.portal)).hasSize(1);
        second[1].hangsUp();
        assertThat(first[1].over()).isTrue();
        assertThat(exchange.journal.records())
                .hasSize(2)
                .extracting(CallRecord::together)
                .containsOnly(Optional.of(exchange.journal.records().get(1).id()));
    }

    @Test
    void aTransferToACallThatIsGoneChangesNothing() {
        FakeLeg[] first = exchange.talk("100", "101");
        FakeLeg[] second = exchange.talk("100", "102");
        second[1].hangsUp();
        first[0].refers("102", Optional.of(second[0]));
        assertThat(first[0].transferred()).containsExactly(481);
        assertThat(exchange.hear(first[0], first[1])).isTrue();
    }

    @Test
    void aPhoneTakesAnothersPlace() {
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        FakeLeg[] two = exchange.talk("100", "101");
        FakeLeg other = exchange.signalling.replace(exchange.board, exchange.portal, "phone-102", two[1], Exchange.SDP);
        assertThat(two[1].over()).isTrue();
        assertThat(other.talking()).isTrue();
        assertThat(exchange.hear(two[0], other)).isTrue();
    }

    @Test
    @Tag("S3.35")
    void aCallIsParkedByTransferAndTaken() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("*68", Optional.empty());
        assertThat(two[1].over()).isTrue();
        assertThat(exchange.only().live().state()).isEqualTo(CallState.PARKED);
        assertThat(exchange.only().live().place()).contains("71");
        assertThat(exchange.hearsMusic(two[0])).isTrue();

        exchange.rights = Set.of(Right.PARK);
        FakeLeg taker = exchange.call("102", "71");
        assertThat(taker.talking()).isTrue();
        assertThat(exchange.hear(two[0], taker)).isTrue();
        assertThat(exchange.only().live().place()).isEmpty();
        refused(exchange.call("103", "71"), "nobody-parked");
    }

    @Test
    void whoTakesAParkedCallIsOfTheSameConversation() {
        exchange.rights = Set.of(Right.PARK);
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("*68", Optional.empty());
        FakeLeg taker = exchange.call("102", "71");
        taker.hangsUp();
        FakeLeg[] others = exchange.talk("100", "101");
        others[0].hangsUp();
        assertThat(exchange.journal.records()).hasSize(3);
        Optional<CallId> common = exchange.journal.records().get(1).together();
        assertThat(common).isPresent();
        assertThat(exchange.journal.records().get(0).together()).isEqualTo(common);
        assertThat(exchange.journal.last().together()).isEmpty();
    }

    @Test
    void aParkedCallComesBackWhenNobodyTakesIt() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("*68", Optional.empty());
        exchange.pass(60);
        FakeLeg back = exchange.signalling.last("phone-101");
        assertThat(back).isNotSameAs(two[1]);
        back.answers(Exchange.SDP);
        assertThat(exchange.hear(two[0], back)).isTrue();
    }

    @Test
    @Tag("S3.35")
    void aRingingCallIsPickedUpByCode() {
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg ringing = exchange.signalling.last("phone-101");
        ringing.rings();
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        FakeLeg taker = exchange.call("102", "*81101");
        assertThat(taker.talking()).isTrue();
        assertThat(ringing.over()).isTrue();
        assertThat(exchange.hear(caller, taker)).isTrue();
        assertThat(exchange.journal.lines()).contains("PICKED_UP 102");
    }

    @Test
    void nothingToPickUpIsSaid() {
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        refused(exchange.call("102", "*81101"), "nothing-rings");
    }

    /** Hears why, and is refused then. */
    private void refused(FakeLeg leg, String reason) {
        assertThat(exchange.port(leg).playing()).containsExactly(new Prompt.Sentence(reason, "en"));
        exchange.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(404);
    }

    @Test
    void aCodeSwitchesDoNotDisturb() {
        FakeLeg phone = exchange.call("101", "*78");
        assertThat(phone.talking()).isTrue();
        exchange.port(phone).finishes();
        assertThat(phone.over()).isTrue();
        assertThat(exchange.call("100", "101").end().orElseThrow().status()).isEqualTo(486);
        assertThat(exchange.journal.lines()).contains("dnd on");
    }

    @Test
    void aCodeForwards() {
        exchange.port(exchange.call("101", "*72102")).finishes();
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("phone-102").answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        exchange.port(exchange.call("101", "*72")).finishes();
        exchange.call("103", "101");
        assertThat(exchange.signalling.last("phone-101").over()).isFalse();
    }

    @Test
    void aTransferToNowhereChangesNothing() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[0].refers("999", Optional.empty());
        assertThat(two[0].transferred()).containsExactly(404);
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        exchange.signalling.forget(exchange.portal, "phone-102");
        two[0].refers("102", Optional.empty());
        assertThat(two[0].transferred()).containsExactly(404, 480);
        assertThat(exchange.hear(two[0], two[1])).isTrue();
    }

    @Test
    void aTransferToAPlaceParksThere() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("72", Optional.empty());
        assertThat(two[1].transferred()).containsExactly(200);
        assertThat(two[1].over()).isTrue();
        assertThat(exchange.only().live().place()).contains("72");
        assertThat(exchange.journal.lines()).contains("destination parked");
        assertThat(exchange.hearsMusic(two[0])).isTrue();
        FakeLeg[] more = exchange.talk("102", "103");
        more[1].refers("72", Optional.empty());
        assertThat(more[1].transferred()).containsExactly(486);
        assertThat(exchange.hear(more[0], more[1])).isTrue();
    }
}
