package org.patchbay.dialin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.calls.FakeApplicationCall;
import org.patchbay.testing.phonemedia.FakePhoneMedia;

/** A caller keys number and PIN in, also before they are asked for. */
class VisitTest {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000004");
    private static final String NUMBER = "48201763";
    private static final String PIN = "4711";

    private final List<String> done = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private final FakeApplicationCall call = new FakeApplicationCall(
            PORTAL,
            new Wanted.Place(new Destination(Destination.Kind.MEETING, ""), Optional.empty()),
            new Party("100", "Petra"),
            Optional.empty());

    /** One meeting with a number and a PIN. */
    private final class OneMeeting implements DialIns {

        @Override
        public Optional<DialIn> of(PortalId portal, String code) {
            return Optional.empty();
        }

        @Override
        public boolean asksPin(PortalId portal, String number, String caller) {
            meanwhile.run();
            if (!number.equals(NUMBER)) {
                throw Problem.NOT_FOUND.because("meeting.link-ended", "No meeting has this number");
            }
            return true;
        }

        @Override
        public PhoneStay enter(
                PortalId portal,
                String number,
                Optional<String> pin,
                String caller,
                String name,
                PhoneVisitor visitor) {
            if (!pin.equals(Optional.of(PIN))) {
                throw Problem.INVALID.at("/pin", "pin.wrong", "is not the PIN");
            }
            visitor.offered("v=0");
            visitor.entered();
            return new Seat();
        }
    }

    private final class Seat implements PhoneStay {

        @Override
        public String meeting() {
            return "meeting";
        }

        @Override
        public void mute(boolean on) {
            done.add("mute " + on);
        }

        @Override
        public void hand(boolean raised) {
            done.add("hand " + raised);
        }

        @Override
        public void consent(boolean agrees) {
            done.add("consent " + agrees);
        }

        @Override
        public void leave() {
            done.add("leaves");
        }
    }

    private void begin() {
        call.at(new DialInApplication(new OneMeeting(), new FakePhoneMedia()));
    }

    @Test
    @Tag("S0.49")
    void isInAfterNumberAndPin() {
        begin();
        call.presses(NUMBER);
        assertThat(call.said()).containsExactly("enter-pin");
        call.presses(PIN + "#");
        assertThat(call.said()).containsExactly("meeting-joined");
        assertThat(call.notes()).contains("enters", "in");
        call.presses("*6");
        assertThat(done).containsExactly("mute true");
        call.hangsUp();
        assertThat(done).endsWith("leaves");
    }

    @Test
    void whatIsKeyedInWhileTheNumberIsLookedUpIsThePin() {
        meanwhile = () -> call.presses(PIN + "#");
        begin();
        call.presses(NUMBER);
        assertThat(call.notes()).contains("enters", "in").doesNotContain("refused");
    }

    @Test
    void keysBehindAWrongNumberAreForgotten() {
        meanwhile = () -> call.presses(PIN + "#");
        begin();
        call.presses("11111111");
        assertThat(call.said()).contains("enter-room");
        meanwhile = () -> {};
        call.presses(NUMBER);
        assertThat(call.said()).containsExactly("enter-pin");
    }
}
