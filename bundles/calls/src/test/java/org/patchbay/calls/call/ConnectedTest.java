package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.Party;
import org.patchbay.testing.signalling.FakeLeg;

/** Phones show who is at the other side, whoever that becomes. */
final class ConnectedTest {

    private final Exchange exchange = new Exchange();

    ConnectedTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71", "72"), 60, false, CallLimits.STANDARD, 0));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private static Party at(String number) {
        return new Party(number, "Somebody at " + number);
    }

    @Test
    void theCallerSeesWhoRingsAndWhoAnswered() {
        FakeLeg[] two = exchange.talk("100", "101");
        assertThat(two[0].connected()).containsExactly(at("101"));
        assertThat(two[1].connected()).as("the INVITE said it").isEmpty();
    }

    @Test
    void bothSeeEachOtherAfterATransfer() {
        FakeLeg[] first = exchange.talk("100", "101");
        FakeLeg[] second = exchange.talk("100", "102");
        first[0].refers("102", Optional.of(second[0]));
        assertThat(exchange.hear(first[1], second[1])).isTrue();
        assertThat(first[1].connected()).containsExactly(at("102"));
        assertThat(second[1].connected()).containsExactly(at("101"));

        FakeLeg[] blind = exchange.talk("100", "103");
        blind[1].refers("102", Optional.empty());
        assertThat(blind[0].connected()).as("nobody else yet").containsExactly(at("103"));
    }

    @Test
    void whoWasPutThroughSeesWhoAnswered() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("102", Optional.empty());
        FakeLeg third = exchange.signalling.last("phone-102");
        third.rings();
        assertThat(two[0].connected()).containsExactly(at("101"));
        third.answers(Exchange.SDP);
        assertThat(two[0].connected()).containsExactly(at("101"), at("102"));
        assertThat(third.invitation().caller()).isEqualTo(at("100"));
        assertThat(third.connected()).isEmpty();
    }

    @Test
    void whoWasPutThroughToARoomSeesWhichOne() {
        exchange.phones.put(
                exchange.portal,
                new ConferenceRoom("c", "500", "Board", exchange.department, Optional.of("1234"), 10, 1));
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("500", Optional.empty());
        assertThat(two[0].connected()).containsExactly(at("101"), new Party("500", "Board"));
        assertThat(exchange.only().live().at()).contains(new CallDestination("conference", "500", "Board"));
        FakeLeg direct = exchange.call("102", "500");
        assertThat(direct.connected()).as("it dialled that itself").isEmpty();
    }

    @Test
    void nobodyIsPutThroughToThemselves() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("100", Optional.empty());
        assertThat(two[1].transferred()).contains(480);
        assertThat(exchange.hear(two[0], two[1])).isTrue();
    }

    @Test
    void whoIsPutThroughToTheOwnGroupDoesNotRingAtTheOwnPhone() {
        exchange.phones.put(
                exchange.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        exchange.department,
                        RingStrategy.ALL,
                        List.of("ext-100", "ext-102"),
                        20,
                        Destination.HANG_UP,
                        1));
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("200", Optional.empty());
        assertThat(exchange.signalling.open())
                .as("the own phone, that of the other one of the group, and the one that hears of it yet")
                .hasSize(3);
        exchange.signalling.last("phone-102").answers(Exchange.SDP);
        assertThat(exchange.hear(two[0], exchange.signalling.last("phone-102"))).isTrue();
    }

    @Test
    void whoPicksUpOrTakesAParkedCallSeesWhoThatIs() {
        FakeLeg caller = exchange.call("100", "101");
        exchange.signalling.last("phone-101").rings();
        exchange.rights = Set.of(Right.OPERATE_CALLS, Right.PARK);
        FakeLeg taker = exchange.call("102", "*81101");
        assertThat(taker.connected()).containsExactly(at("100"));
        assertThat(caller.connected()).containsExactly(at("101"), at("102"));

        taker.refers("*68", Optional.empty());
        FakeLeg other = exchange.call("103", "71");
        assertThat(exchange.hear(caller, other)).isTrue();
        assertThat(other.connected()).containsExactly(at("100"));
        assertThat(caller.connected()).containsExactly(at("101"), at("102"), at("103"));
    }

    @Test
    void aGroupIsSeenOnceSomebodyOfItAnswers() {
        exchange.phones.put(
                exchange.portal,
                new RingGroup(
                        "group",
                        "300",
                        "Sales",
                        exchange.department,
                        RingStrategy.ALL,
                        List.of("ext-101", "ext-102"),
                        20,
                        Destination.HANG_UP,
                        1));
        FakeLeg caller = exchange.call("100", "300");
        exchange.signalling.last("phone-101").rings();
        exchange.signalling.last("phone-102").rings();
        assertThat(caller.connected()).isEmpty();
        exchange.signalling.last("phone-102").answers(Exchange.SDP);
        assertThat(caller.connected()).containsExactly(at("102"));
    }

    @Test
    void theOwnNumberOutsideIsNotShownAndATrunkIsToldNothing() {
        exchange.signalling.forget(exchange.portal, "phone-101");
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.followMe(
                        new FollowMe(true, 0, List.of("0401234567"), false, 30, Optional.empty(), false, true, false)));
        FakeLeg caller = exchange.call("100", "101");
        FakeLeg mobile = exchange.signalling.last("carrier");
        mobile.answers(Exchange.SDP);
        assertThat(caller.connected()).containsExactly(at("101"));
        caller.refers("102", Optional.empty());
        exchange.signalling.last("phone-102").answers(Exchange.SDP);
        assertThat(mobile.connected()).isEmpty();
    }

    @Test
    void whoListensIsNotSeen() {
        FakeLeg[] two = exchange.talk("100", "101");
        exchange.rights = Set.of(Right.LISTEN_IN);
        FakeLeg listener = exchange.call("102", "*84101");
        assertThat(listener.talking()).isTrue();
        listener.hangsUp();
        assertThat(two[0].connected()).containsExactly(at("101"));
        assertThat(two[1].connected()).isEmpty();
    }
}
