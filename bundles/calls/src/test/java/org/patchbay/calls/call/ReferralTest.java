package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.testing.signalling.FakeLeg;

/** A device wants from outside of a call that its own phones ring and are put through (RFC 3515). */
final class ReferralTest {

    private final Exchange exchange = new Exchange();
    private final List<Integer> told = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private int refers(String device, String phone, String number) {
        return exchange.board.referred(exchange.portal, device, phone, number, told::add);
    }

    @Test
    void theOwnPhonesRingAndThenTalk() {
        assertThat(refers("phone-100", "", "102")).isEqualTo(202);
        FakeLeg own = exchange.signalling.last("phone-100");
        own.answers(Exchange.SDP);
        assertThat(told).isEmpty();
        FakeLeg other = exchange.signalling.last("phone-102");
        other.answers(Exchange.SDP);
        assertThat(exchange.hear(own, other)).isTrue();
        assertThat(told).containsExactly(200);
        own.hangsUp();
        assertThat(told).containsExactly(200);
    }

    @Test
    void whatBecameOfItIsTold() {
        assertThat(refers("phone-100", "100", "102")).isEqualTo(202);
        exchange.signalling.last("phone-100").answers(Exchange.SDP);
        exchange.signalling.last("phone-102").refuses(486, "Busy");
        exchange.pass(10);
        assertThat(told).containsExactly(486);
    }

    @Test
    void whoDoesNotAnswerTheOwnPhoneHasMissedIt() {
        refers("phone-100", "", "102");
        exchange.pass(30);
        assertThat(told).containsExactly(480);
    }

    @Test
    void phonesOfOthersAndThoseThatAreNotThereDoNotRing() {
        assertThat(refers("phone-100", "101", "102")).isEqualTo(403);
        assertThat(refers("nobodys", "", "102")).isEqualTo(403);
        exchange.signalling.forget(exchange.portal, "phone-100");
        assertThat(refers("phone-100", "", "102")).isEqualTo(480);
        assertThat(exchange.signalling.invited()).isEmpty();
    }

    @Test
    void rulesOfTheCallerHold() {
        assertThat(refers("phone-100", "", "999")).isEqualTo(202);
        exchange.signalling.last("phone-100").answers(Exchange.SDP);
        exchange.pass(10);
        assertThat(told).hasSize(1).doesNotContain(200);
    }

    @Test
    void noMoreThanThereIsRoomFor() {
        var small = new Exchange(1);
        small.call("101", "102");
        assertThatThrownBy(() -> small.board.referred(small.portal, "phone-100", "", "102", told::add))
                .isInstanceOf(PatchbayException.class);
        small.signalling.open().forEach(FakeLeg::hangsUp);
        small.requireQuiet();
    }
}
