package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Extension;
import org.patchbay.testing.signalling.FakeLeg;

/** A phone that is called wants the call to go outside (302): as far as its extension may call there itself. */
final class DivertedByPhoneTest {

    private static final String OUTSIDE = "0401234567";

    private final Exchange exchange = new Exchange();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private FakeLeg fromOutside() {
        exchange.inbound("+4930555", Exchange.to("101"), Optional.empty());
        return exchange.signalling.callByTrunk(
                exchange.board, exchange.portal, "carrier", "+4989777777", "+4930555", Optional.of(Exchange.SDP));
    }

    private void withoutCallsOutside(String number) {
        Extension one = exchange.extension(number);
        exchange.phones.put(
                exchange.portal,
                new Extension(
                        one.id(),
                        one.number(),
                        one.name(),
                        one.person(),
                        one.department(),
                        one.ringSeconds(),
                        one.mostCalls(),
                        Optional.empty(),
                        false,
                        false,
                        one.forwards(),
                        one.recording(),
                        false,
                        2));
    }

    @Test
    void itGoesThereForWhoeverCalls() {
        FakeLeg caller = fromOutside();
        exchange.signalling.last("phone-101").redirects(OUTSIDE);
        FakeLeg other = exchange.signalling.last("carrier");
        assertThat(other.target().toString()).contains("49401234567");
        other.answers(Exchange.SDP);
        assertThat(exchange.hear(caller, other)).isTrue();
    }

    @Test
    void anExtensionThatMayNotCallOutsideSendsNobodyThere() {
        withoutCallsOutside("101");
        FakeLeg caller = fromOutside();
        exchange.signalling.last("phone-101").redirects(OUTSIDE);
        assertThat(caller.end().orElseThrow().status()).isEqualTo(403);
        assertThat(exchange.journal.lines()).containsSubsequence("outcome diverted", "limits not-outside");
        assertThat(exchange.signalling.invited())
                .noneMatch(leg -> leg.target().toString().contains("carrier"));
    }

    @Test
    void theLimitsOfThePortalHold() {
        exchange.limit = Optional.of("minutes");
        FakeLeg caller = fromOutside();
        exchange.signalling.last("phone-101").redirects(OUTSIDE);
        assertThat(caller.end().orElseThrow().status()).isEqualTo(403);
        assertThat(exchange.journal.lines()).containsSubsequence("outcome diverted", "limits minutes");
    }
}
