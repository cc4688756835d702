package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.api.identity.Right;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.testing.signalling.FakeLeg;

/** Who may take calls of others at a phone. */
@Tag("S3.27")
@Tag("S3.28")
final class TakingTest {

    private final Exchange exchange = new Exchange();

    TakingTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71"), 60, false, CallLimits.STANDARD, 0));
        exchange.phones.put(
                exchange.portal,
                new RingGroup(
                        "g",
                        "200",
                        "Sales",
                        exchange.department,
                        RingStrategy.ONE_BY_ONE,
                        List.of("ext-101", "ext-102"),
                        20,
                        Destination.HANG_UP,
                        1));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private void refused(FakeLeg leg) {
        assertThat(exchange.port(leg).playing()).containsExactly(new Prompt.Sentence("may-not-take", "en"));
        exchange.port(leg).finishes();
        assertThat(leg.end().orElseThrow().status()).isEqualTo(403);
        assertThat(leg.end().orElseThrow().reason()).isEqualTo("may-not-take");
        assertThat(exchange.journal.last().path().toString()).contains("no-right");
    }

    @Test
    void whatRingsElsewhereIsTakenByWhoMayOperateCalls() {
        exchange.call("100", "101");
        FakeLeg ringing = exchange.signalling.last("phone-101");
        exchange.rights = Set.of(Right.PARK, Right.SEE_CALLS);
        refused(exchange.call("103", "*81101"));
        refused(exchange.call("102", "*8"));
        assertThat(ringing.over()).isFalse();
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        FakeLeg taker = exchange.call("102", "*8");
        assertThat(taker.talking()).isTrue();
        assertThat(ringing.over()).isTrue();
    }

    @Test
    void whoMayNotDoesNotLearnWhetherAPhoneRings() {
        refused(exchange.call("103", "*81101"));
    }

    @Test
    void whatRingsAtTheOwnExtensionIsTakenByEverybody() {
        exchange.device("101", "second-101");
        exchange.call("100", "101");
        FakeLeg taker = exchange.signalling.call(
                exchange.board, exchange.portal, "second-101", "*81101", Optional.of(Exchange.SDP));
        assertThat(taker.talking()).isTrue();
        assertThat(exchange.signalling.last("phone-101").over()).isTrue();
    }

    @Test
    void whatIsParkedIsTakenByWhoParkedItAndWhoMayPark() {
        FakeLeg[] two = exchange.talk("100", "101");
        two[1].refers("*68", Optional.empty());
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        refused(exchange.call("102", "71"));
        assertThat(exchange.hearsMusic(two[0])).isTrue();
        exchange.rights = Set.of();
        FakeLeg own = exchange.call("101", "71");
        assertThat(exchange.hear(two[0], own)).isTrue();
        own.refers("*68", Optional.empty());
        exchange.rights = Set.of(Right.PARK);
        assertThat(exchange.hear(two[0], exchange.call("102", "71"))).isTrue();
    }

    @Test
    void aLampTakesWhatRingsByTheSameRight() {
        exchange.call("100", "101");
        FakeLeg ringing = exchange.signalling.last("phone-101");
        FakeLeg other =
                exchange.signalling.replace(exchange.board, exchange.portal, "phone-102", ringing, Exchange.SDP);
        assertThat(other.end().orElseThrow().status()).isEqualTo(403);
        assertThat(other.end().orElseThrow().reason()).isEqualTo("may-not-take");
        assertThat(ringing.over()).isFalse();
        exchange.rights = Set.of(Right.OPERATE_CALLS);
        FakeLeg taker =
                exchange.signalling.replace(exchange.board, exchange.portal, "phone-102", ringing, Exchange.SDP);
        assertThat(taker.talking()).isTrue();
        assertThat(ringing.over()).isTrue();
    }

    @Test
    void aConversationGoesOnAtAnotherPhoneOfTheSamePerson() {
        FakeLeg[] two = exchange.talk("100", "101");
        FakeLeg stranger =
                exchange.signalling.replace(exchange.board, exchange.portal, "phone-102", two[1], Exchange.SDP);
        assertThat(stranger.end().orElseThrow().status()).isEqualTo(403);
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        exchange.device("101", "second-101");
        FakeLeg own = exchange.signalling.replace(exchange.board, exchange.portal, "second-101", two[1], Exchange.SDP);
        assertThat(own.talking()).isTrue();
        assertThat(exchange.hear(two[0], own)).isTrue();
    }
}
