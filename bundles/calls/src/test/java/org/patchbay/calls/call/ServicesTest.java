package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Party;
import org.patchbay.testing.phonemedia.FakeMixer;
import org.patchbay.testing.signalling.FakeLeg;

/** What codes and services do at the phones. */
final class ServicesTest {

    private final Exchange exchange = new Exchange();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private PhoneServices services(String number) {
        return exchange.phones.services(exchange.portal, "ext-" + number);
    }

    private void follow(boolean confirm, boolean showOwn) {
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.followMe(new FollowMe(
                        true, 10, List.of("0401234567"), false, 30, Optional.empty(), confirm, true, showOwn)));
    }

    /** Dials a code, and what is said. */
    private String says(String from, String code) {
        FakeLeg leg = exchange.call(from, code);
        String said = leg.over() ? "" : exchange.port(leg).playing().toString();
        leg.hangsUp();
        return said;
    }

    @Test
    @Tag("S4.28")
    void whatACodeSwitchesIsSpoken() {
        for (String forward : List.of("*72", "*61", "*63", "*65")) {
            assertThat(says("101", forward + "102")).as(forward).contains("=activated");
            assertThat(says("101", forward)).as(forward).contains("deactivated");
        }
        assertThat(says("101", "*78")).contains("=activated");
        assertThat(says("101", "*73")).contains("deactivated");
        assertThat(says("101", "*78")).contains("=activated");
        assertThat(says("101", "*78")).contains("deactivated");
        assertThat(says("101", "*45")).as("was an agent").contains("deactivated");
        assertThat(says("101", "*45")).contains("=activated");
    }

    @ParameterizedTest
    @CsvSource({"*93, dictation-off", "*90, no-pin", "*97, no-mailbox", "*95101, no-mailbox", "*82999, nobody-to-page"})
    void whoCannotUseACodeHearsWhy(String code, String reason) {
        FakeLeg caller = exchange.call("100", code);
        assertThat(caller.told()).contains(183);
        assertThat(caller.talking()).isFalse();
        assertThat(exchange.port(caller).playing().toString()).contains(reason);
        exchange.port(caller).finishes();
        assertThat(caller.end().orElseThrow().reason()).isEqualTo(reason);
    }

    @Test
    @Tag("S4.27")
    @Tag("S4.28")
    void aCodeSwitchesFollowMe() {
        assertThat(says("101", "*67")).as("has no number yet").contains("no-numbers");
        follow(false, false);
        assertThat(says("101", "*67")).contains("deactivated");
        assertThat(services("101").followMe().on()).isFalse();
        assertThat(says("101", "*67")).contains("=activated");
        assertThat(services("101").followMe().on()).isTrue();
    }

    @Test
    @Tag("S4.23")
    void whoIsLookedForAcceptsByAKey() {
        follow(true, false);
        FakeLeg caller = exchange.call("100", "101");
        exchange.pass(10);
        FakeLeg mobile = exchange.signalling.last("carrier");
        mobile.answers(Exchange.SDP);
        assertThat(caller.talking()).isFalse();
        assertThat(exchange.port(mobile).playing().toString()).contains("call-from", "accept-call");
        exchange.port(mobile).presses('1');
        assertThat(caller.talking()).isTrue();
        assertThat(exchange.hear(caller, mobile)).isTrue();
        var found = exchange.only().live().parties().get(1);
        assertThat(found.number())
                .as("the own number outside is nobody's business")
                .isEqualTo("101");
        assertThat(found.name()).isEqualTo("Somebody at 101");
    }

    @Test
    @Tag("S4.23")
    void whoDoesNotAcceptIsNotPutThrough() {
        follow(true, false);
        FakeLeg caller = exchange.call("100", "101");
        exchange.pass(10);
        FakeLeg mobile = exchange.signalling.last("carrier");
        mobile.answers(Exchange.SDP);
        exchange.pass(20);
        assertThat(mobile.over()).isTrue();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(480);

        FakeLeg second = exchange.call("100", "101");
        exchange.pass(10);
        FakeLeg again = exchange.signalling.last("carrier");
        again.answers(Exchange.SDP);
        exchange.port(again).presses('2');
        assertThat(again.over()).isTrue();
        assertThat(second.end().orElseThrow().status()).isEqualTo(480);
    }

    @Test
    @Tag("S4.26")
    void theCallerOutsideOrTheOwnNumberIsShown() {
        exchange.inbound("+4930555", Exchange.to("101"), Optional.empty());
        for (boolean own : List.of(false, true)) {
            follow(false, own);
            FakeLeg caller = exchange.signalling.callByTrunk(
                    exchange.board, exchange.portal, "carrier", "+4989777777", "030555", Optional.of(Exchange.SDP));
            exchange.pass(10);
            assertThat(exchange.signalling.last("carrier").invitation().caller().number())
                    .contains(own ? "30555" : "89777777");
            caller.hangsUp();
        }
    }

    @Test
    @Tag("S4.28")
    @Tag("S4.33")
    void theSecretaryTakesCallsAndPutsThemThrough() {
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.secretary(new Secretary(true, Optional.of("ext-102"), List.of())));
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg secretary = exchange.signalling.last("phone-102");
        secretary.answers(Exchange.SDP);
        secretary.refers("101", Optional.empty());
        FakeLeg boss = exchange.signalling.last("phone-101");
        boss.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, boss)).isTrue();
        caller.hangsUp();

        assertThat(says("102", "*92")).as("the secretary goes home").contains("deactivated");
        FakeLeg later = exchange.call("100", "101");
        assertThat(exchange.signalling.last("phone-101").over()).isFalse();
        later.hangsUp();
        assertThat(says("101", "*92")).as("the boss").contains("deactivated");
        assertThat(services("101").secretary().on()).isFalse();
    }

    @Test
    void bothAreCalledWhenWhoWasBusyIsFree() {
        FakeLeg[] busy = exchange.talk("101", "102");
        exchange.talk("101", "103");
        FakeLeg caller = exchange.call("100", "101");
        assertThat(caller.end().orElseThrow().status()).isEqualTo(486);
        assertThat(says("100", "*66")).contains("=activated");
        busy[0].hangsUp();
        exchange.pass(3);
        assertThat(exchange.signalling.open()).as("one of two calls goes on").hasSize(2);
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.pass(3);
        FakeLeg back = exchange.signalling.last("phone-100");
        back.answers(Exchange.SDP);
        FakeLeg called = exchange.signalling.last("phone-101");
        called.answers(Exchange.SDP);
        assertThat(exchange.hear(back, called)).isTrue();
    }

    @Test
    @Tag("S4.28")
    void callingBackIsCancelledOrForgotten() {
        assertThat(says("100", "*66")).contains("nobody-to-call-back");
        exchange.talk("101", "102");
        exchange.talk("101", "103");
        exchange.call("100", "101");
        assertThat(says("100", "*66")).contains("=activated");
        assertThat(says("100", "*66")).contains("deactivated");
        exchange.phones.serve(exchange.portal, "ext-101", one -> one.callBack(false));
        assertThat(says("100", "*66")).contains("no-call-back");
        exchange.phones.serve(exchange.portal, "ext-101", one -> one.callBack(true));
        assertThat(says("100", "*66")).contains("=activated");
        exchange.pass((int) Completion.PATIENCE.toSeconds());
        int before = exchange.signalling.invited().size();
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.pass(10);
        assertThat(exchange.signalling.invited()).hasSize(before);
    }

    @Test
    void whoCannotBeCalledBackHearsItBeforeTheRefusal() {
        FakeLeg caller = exchange.call("100", "*66");
        assertThat(caller.told()).contains(183);
        assertThat(caller.talking()).isFalse();
        exchange.port(caller).finishes();
        assertThat(caller.end().orElseThrow().status()).isEqualTo(404);
        assertThat(caller.end().orElseThrow().reason()).isEqualTo("nobody-was-busy");
    }

    @Test
    void whoMetSomebodyBusyAndItsMailboxIsCalledBack() {
        exchange.phones.forward(exchange.portal, "ext-101", Forwards.Case.BUSY, Optional.of(Exchange.to("103")));
        FakeLeg[] busy = exchange.talk("101", "102");
        FakeLeg second = exchange.talk("102", "101")[0];
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("phone-103").answers(Exchange.SDP);
        assertThat(caller.talking()).isTrue();
        caller.hangsUp();
        assertThat(says("100", "*66")).contains("=activated");
        second.hangsUp();
        busy[0].hangsUp();
        exchange.pass(3);
        exchange.signalling.last("phone-100").answers(Exchange.SDP);
        exchange.signalling.last("phone-101").answers(Exchange.SDP);
        assertThat(exchange.journal.lines()).contains("service calls-back");
    }

    @Test
    void aPageIsHeardByTheWholeGroupAndHearsNobody() {
        exchange.phones.put(
                exchange.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Hall",
                        exchange.department,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-101", "ext-102"),
                        10,
                        Exchange.to("103"),
                        1));
        exchange.rights = Set.of(Right.INTERCOM);
        FakeLeg caller = exchange.call("100", "*82200");
        assertThat(exchange.only().live().at()).contains(new CallDestination("page", "200", "Hall"));
        assertThat(caller.connected()).containsExactly(new Party("200", "Hall"));
        FakeLeg one = exchange.signalling.last("phone-101");
        FakeLeg other = exchange.signalling.last("phone-102");
        assertThat(one.invitation().ring()).isEqualTo(Invitation.Ring.PAGE);
        one.answers(Exchange.SDP);
        other.answers(Exchange.SDP);
        FakeMixer mixer = exchange.media.mixers().get(0);
        assertThat(mixer.hears(exchange.port(one), exchange.port(caller))).isTrue();
        assertThat(mixer.hears(exchange.port(other), exchange.port(caller))).isTrue();
        assertThat(mixer.hears(exchange.port(caller), exchange.port(one))).isFalse();
        assertThat(mixer.hears(exchange.port(other), exchange.port(one))).isFalse();
        caller.hangsUp();
        assertThat(exchange.signalling.open()).isEmpty();
        assertThat(says("100", "*82999")).contains("nobody-to-page");
    }

    @Test
    void oneHearsOneselfAndTheTime() {
        FakeLeg caller = exchange.call("100", "*43");
        assertThat(exchange.port(caller).playing().toString()).contains("echo-test");
        exchange.port(caller).finishes();
        assertThat(exchange.hear(caller, caller)).isTrue();
        exchange.port(caller).presses('#');
        assertThat(caller.over()).isTrue();
        assertThat(says("100", "*60")).as("in Berlin").contains("the-time-is", "1100");
    }

    @Test
    void somebodyIsWokenAndAskedAgain() {
        assertThat(says("100", "*620715")).contains("=activated", "0715");
        long at = services("100").wakeUp().orElseThrow();
        assertThat(java.time.Instant.ofEpochSecond(at)).isEqualTo("2026-11-27T06:15:00Z");
        assertThat(says("100", "*629915")).as("no time of day").contains("invalid");
        assertThat(says("100", "*62")).contains("deactivated");
        assertThat(services("100").wakeUp()).isEmpty();

        int[] missed = {0};
        var own = exchange.phones.find(exchange.portal, "ext-100").orElseThrow();
        exchange.board.wake(exchange.portal, own, () -> missed[0]++);
        exchange.pass(45);
        assertThat(missed[0]).isEqualTo(1);
        exchange.board.wake(exchange.portal, own, () -> missed[0]++);
        FakeLeg phone = exchange.signalling.last("phone-100");
        phone.answers(Exchange.SDP);
        assertThat(exchange.port(phone).playing().toString()).contains("wake-up");
        exchange.port(phone).finishes();
        assertThat(phone.over()).isTrue();
        assertThat(missed[0]).isEqualTo(1);
    }

    @Test
    void aPhoneSendsACallOnByItself() {
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("phone-101").redirects("102");
        FakeLeg other = exchange.signalling.last("phone-102");
        other.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, other)).isTrue();
        caller.hangsUp();

        FakeLeg round = exchange.call("100", "101");
        for (int i = 0; i < 20 && !round.over(); i++) {
            FakeLeg last = exchange.signalling
                    .invited()
                    .get(exchange.signalling.invited().size() - 1);
            last.redirects(i % 2 == 0 ? "102" : "101");
        }
        assertThat(round.end().orElseThrow().status()).isEqualTo(482);
    }

    @Test
    void anAttendedTransferWhileTheThirdStillRings() {
        FakeLeg[] two = exchange.talk("100", "101");
        FakeLeg ask = exchange.call("101", "102");
        exchange.signalling.last("phone-102").rings();
        two[1].refers("102", Optional.of(ask));
        assertThat(ask.over()).isTrue();
        FakeLeg third = exchange.signalling.last("phone-102");
        third.answers(Exchange.SDP);
        assertThat(two[1].transferred()).contains(200);
        assertThat(two[1].over()).isTrue();
        assertThat(exchange.hear(two[0], third)).isTrue();
    }
}
