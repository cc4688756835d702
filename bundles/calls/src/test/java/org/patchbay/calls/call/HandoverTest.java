package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.testing.signalling.FakeLeg;

/** Who puts a caller through hears what becomes of it, and gets the call again when nobody takes it (RFC 3515, RFC 5589). */
final class HandoverTest {

    private final Exchange exchange = new Exchange();
    private final FakeLeg[] two = exchange.talk("100", "101");

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private FakeLeg refers(String number) {
        two[1].refers(number, Optional.empty());
        return exchange.signalling.last("phone-" + number);
    }

    private FakeLeg back() {
        FakeLeg back = exchange.signalling.last("phone-101");
        assertThat(back).isNotSameAs(two[1]);
        return back;
    }

    private void requireRinging(FakeLeg leg) {
        assertThat(exchange.port(leg).playing())
                .singleElement()
                .isInstanceOfSatisfying(
                        Prompt.Tone.class, tone -> assertThat(tone.kind()).isEqualTo(Prompt.Tone.Kind.RINGING));
    }

    @Test
    @Tag("S3.35")
    void hearsThatItRingsAndThatItIsAnswered() {
        FakeLeg third = refers("102");
        assertThat(two[1].transferred()).isEmpty();
        third.rings();
        third.rings();
        assertThat(two[1].transferred()).containsExactly(180);
        assertThat(two[1].over()).isFalse();
        requireRinging(two[0]);
        third.answers(Exchange.SDP);
        assertThat(two[1].transferred()).containsExactly(180, 200);
        assertThat(two[1].over()).isTrue();
        assertThat(exchange.hear(two[0], third)).isTrue();
        assertThat(exchange.journal.lines()).contains("outcome answered");
    }

    @Test
    void mayHangUpBefore() {
        FakeLeg third = refers("102");
        two[1].hangsUp();
        third.rings();
        third.answers(Exchange.SDP);
        assertThat(two[1].transferred()).isEmpty();
        assertThat(exchange.hear(two[0], third)).isTrue();
    }

    @Test
    void getsTheCallAgainWhenItIsRefused() {
        exchange.phones.put(exchange.portal, takesOneCall(exchange.extension("101")));
        refers("102").refuses(603, "Decline");
        assertThat(two[1].transferred()).containsExactly(603);
        assertThat(two[1].over()).isTrue();
        FakeLeg back = back();
        back.rings();
        requireRinging(two[0]);
        assertThat(back.invitation().caller().number()).isEqualTo("100");
        back.answers(Exchange.SDP);
        assertThat(exchange.hear(two[0], back)).isTrue();
        assertThat(exchange.journal.lines()).contains("outcome refused", "outcome came-back");
    }

    /** Nobody can be called while they are in a call. */
    private static Extension takesOneCall(Extension one) {
        return new Extension(
                one.id(),
                one.number(),
                one.name(),
                one.person(),
                one.department(),
                one.ringSeconds(),
                1,
                one.callerId(),
                one.externalCalls(),
                one.doNotDisturb(),
                one.forwards(),
                one.recording(),
                one.hidden(),
                one.version());
    }

    @Test
    void getsTheCallAgainWhenNobodyAnswers() {
        FakeLeg third = refers("102");
        two[1].hangsUp();
        exchange.pass(20);
        assertThat(third.over()).isTrue();
        back().answers(Exchange.SDP);
        assertThat(exchange.hear(two[0], back())).isTrue();
    }

    @Test
    void theCallEndsWhenNobodyTakesItAgain() {
        refers("102").refuses(486, "Busy");
        assertThat(two[1].transferred()).containsExactly(486);
        exchange.pass(20);
        assertThat(back().over()).isTrue();
        exchange.pass(4);
        assertThat(two[0].over()).isTrue();
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.ANSWERED);
    }

    @Test
    void hearsThatTheCallerGaveUp() {
        FakeLeg third = refers("102");
        two[0].hangsUp();
        assertThat(third.over()).isTrue();
        assertThat(two[1].transferred()).containsExactly(487);
        assertThat(two[1].over()).isTrue();
    }

    @Test
    void aCodeThatTakesTheCallerIsTheEnd() {
        two[1].refers("*43", Optional.empty());
        assertThat(two[1].transferred()).containsExactly(200);
        assertThat(two[1].over()).isTrue();
        assertThat(exchange.only().live().state()).isEqualTo(CallState.LISTENING);
    }

    @Test
    void whoPutsThroughByTheConsoleIsOutAtOnceAndGetsItAgain() {
        var operator = new Actor(exchange.person("101"), List.of());
        exchange.only().run(() -> new Verbs(exchange.only(), operator).act(new CallAction.Divert("102")));
        assertThat(two[1].over()).isTrue();
        exchange.signalling.last("phone-102").refuses(486, "Busy");
        back().answers(Exchange.SDP);
        assertThat(exchange.hear(two[0], back())).isTrue();
    }
}
