package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.extensions.TimeRow;
import org.patchbay.testing.signalling.FakeLeg;

/** What somebody chose of the own extension, in calls. */
final class OwnChoicesTest {

    private final Exchange exchange = new Exchange();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private void follow(boolean oneByOne, boolean confirm, String... numbers) {
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.followMe(new FollowMe(
                        true, 10, List.of(numbers), oneByOne, 30, Optional.empty(), confirm, true, false)));
    }

    @ParameterizedTest
    @EnumSource(Forwards.Case.class)
    @Tag("S4.29")
    void eachForwardLeadsElsewhereInItsCase(Forwards.Case when) {
        // Nobody has put a phone at 104.
        String called = when == Forwards.Case.UNAVAILABLE ? "104" : "101";
        exchange.extension("104");
        for (Forwards.Case one : Forwards.Case.values()) {
            if (one == when || one != Forwards.Case.ALWAYS) {
                String to = one == when ? "102" : "103";
                exchange.phones.forward(exchange.portal, "ext-" + called, one, Optional.of(Exchange.to(to)));
            }
        }
        exchange.phones.doNotDisturb(exchange.portal, "ext-101", when == Forwards.Case.BUSY);
        FakeLeg caller = exchange.call("100", called);
        if (when == Forwards.Case.NO_ANSWER) {
            exchange.pass(20);
        }
        FakeLeg other = exchange.signalling.last("phone-102");
        other.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, other)).isTrue();
    }

    @Test
    @Tag("S4.12")
    void ringsAsLongAsWasChosen() {
        var own = exchange.phones.find(exchange.portal, "ext-101").orElseThrow();
        exchange.phones.put(exchange.portal, own.ringSeconds(45));
        FakeLeg caller = exchange.call("100", "101");
        exchange.pass(44);
        assertThat(caller.over()).isFalse();
        exchange.pass(1);
        assertThat(caller.end().orElseThrow().status()).isEqualTo(480);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("S4.24")
    @Tag("S4.25")
    void theNumbersRingOneByOneOrAllAtOnceAndSoLong(boolean oneByOne) {
        follow(oneByOne, false, "102", "103");
        FakeLeg caller = exchange.call("100", "101");
        exchange.pass(10);
        assertThat(exchange.signalling.last("phone-101").over()).isTrue();
        FakeLeg second = exchange.signalling.last("phone-102");
        exchange.pass(29);
        assertThat(second.over()).isFalse();
        boolean both = exchange.signalling.invited().stream()
                        .filter(leg -> !leg.over())
                        .count()
                == 2;
        assertThat(both).isEqualTo(!oneByOne);
        exchange.pass(1);
        assertThat(second.over()).isTrue();
        if (oneByOne) {
            assertThat(caller.over()).isFalse();
            assertThat(exchange.signalling.last("phone-103").over()).isFalse();
            exchange.pass(30);
        }
        assertThat(caller.end().orElseThrow().status()).isEqualTo(480);
    }

    @Test
    @Tag("S3.10c")
    @Tag("S4.32")
    void aTimeGroupSwitchesADiversionByItself() {
        var row = new TimeRow("12:00", "13:00", Set.of(DayOfWeek.THURSDAY), Set.of(), Set.of());
        exchange.phones.forward(exchange.portal, "ext-101", Forwards.Case.ALWAYS, Optional.of(Exchange.to("102")));
        exchange.phones.serve(
                exchange.portal,
                "ext-101",
                one -> one.times(List.of(new TimeGroup("Lunch", List.of(row))), Map.of(Diversion.ALWAYS, "Lunch")));
        FakeLeg before = exchange.call("100", "101");
        assertThat(exchange.signalling.last("phone-101").over()).as("at 11").isFalse();
        before.hangsUp();
        exchange.pass(3600);
        FakeLeg lunch = exchange.call("100", "101");
        assertThat(exchange.signalling.last("phone-101").over()).as("at 12").isTrue();
        assertThat(exchange.signalling.last("phone-102").over()).as("at 12").isFalse();
        lunch.hangsUp();
        exchange.pass(3600);
        exchange.call("100", "101");
        assertThat(exchange.signalling.last("phone-101").over()).as("at 13").isFalse();
    }

    @Test
    @Tag("S4.10")
    @Tag("S4.11")
    void aPhoneIsSpokenToInItsLanguageAndZone() {
        exchange.phones.serve(
                exchange.portal, "ext-100", one -> one.speaking(Optional.of("fr"), Optional.of("Asia/Tokyo")));
        FakeLeg clock = exchange.call("100", "*60");
        assertThat(exchange.port(clock).playing().toString())
                .contains("name=the-time-is, language=fr", "digits=1900, language=fr");
        clock.hangsUp();
        FakeLeg other = exchange.call("101", "*60");
        assertThat(exchange.port(other).playing().toString()).contains("language=en", "digits=1100");
        other.hangsUp();
    }

    @Test
    @Tag("S4.10")
    void whoIsLookedForIsAskedInTheOwnLanguage() {
        exchange.phones.serve(exchange.portal, "ext-100", one -> one.speaking(Optional.of("fr"), Optional.empty()));
        exchange.phones.serve(exchange.portal, "ext-101", one -> one.speaking(Optional.of("es"), Optional.empty()));
        follow(false, true, "0401234567");
        exchange.call("100", "101");
        exchange.pass(10);
        FakeLeg mobile = exchange.signalling.last("carrier");
        mobile.answers(Exchange.SDP);
        assertThat(exchange.port(mobile).playing().toString()).contains("name=accept-call, language=es");
    }
}
