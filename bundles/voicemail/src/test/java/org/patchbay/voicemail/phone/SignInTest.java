package org.patchbay.voicemail.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.voicemail.World;

final class SignInTest {

    private final World world = new World();

    @BeforeEach
    void bobHasAPin() {
        world.mailboxes.pin(world.acme, "ext-101", Optional.of("4711"), world.bob);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** The code is dialled at Anna's phone, whosever it is now. */
    private FakeApplicationCall call(String device) {
        Extension by = world.phones.ofDevice(world.acme, "phone-100").orElseThrow();
        var wanted = new Wanted.Code(by, FeatureCode.HOT_DESK, "");
        assertThat(world.hotDesk.takes(world.acme, wanted)).isTrue();
        return new FakeApplicationCall(world.acme, wanted, new Party(by.number(), by.name()), Optional.of(by))
                .from(device)
                .at(world.hotDesk);
    }

    private String usedAs() {
        return world.phones.ofDevice(world.acme, "phone-100").orElseThrow().number();
    }

    @Test
    void whoKnowsThePinUsesThePhoneUntilTheCodeIsDialledAgain() {
        FakeApplicationCall call = call("phone-100");
        assertThat(call.said()).containsExactly("enter-extension");
        call.presses("101#");
        assertThat(call.said()).containsExactly("enter-pin");
        call.presses("4711#");
        assertThat(call.said()).containsExactly("hot-desk-in", "goodbye");
        assertThat(call.notes()).containsExactly("signed-in");
        call.listens();
        assertThat(call.isOver()).isTrue();
        assertThat(usedAs()).isEqualTo("101");
        FakeApplicationCall again = call("phone-100");
        assertThat(again.said()).containsExactly("hot-desk-out", "goodbye");
        assertThat(usedAs()).isEqualTo("100");
    }

    @Test
    void nobodyLearnsWhichExtensionsThereAre() {
        for (String number : new String[] {"999", "100", "101"}) {
            FakeApplicationCall call = call("phone-100");
            call.presses(number + "#0000#");
            assertThat(call.said()).containsExactly("wrong-pin");
            call.hangsUp();
        }
        assertThat(usedAs()).isEqualTo("100");
    }

    @Test
    void wrongPinsAreBoundedAtThePhoneToo() {
        FakeApplicationCall call = call("phone-100");
        call.presses("998#0000#");
        call.listens();
        call.presses("997#0000#");
        call.listens();
        call.presses("996#0000#");
        assertThat(call.said()).containsExactly("wrong-pin", "goodbye");
        FakeApplicationCall late = call("phone-100");
        late.presses("101#4711#");
        assertThat(late.said()).as("the right PIN comes too late").containsExactly("wrong-pin");
        FakeApplicationCall elsewhere = call("phone-101");
        elsewhere.presses("101#4711#");
        assertThat(elsewhere.said()).contains("hot-desk-in");
    }

    @Test
    void aBrowserIsNoDesk() {
        assertThat(call("web-1").said()).containsExactly("not-allowed", "goodbye");
    }

    @Test
    void isNotThereWhileNobodyHasAPin() {
        world.mailboxes.pin(world.acme, "ext-101", Optional.empty(), world.bob);
        assertThat(world.hotDesk.takes(world.acme, new Wanted.Code(world.extension("100"), FeatureCode.HOT_DESK, "")))
                .isFalse();
    }
}
