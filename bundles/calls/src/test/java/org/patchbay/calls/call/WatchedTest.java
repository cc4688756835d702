package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.testing.phonemedia.FakeMixer;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

/** What supervisors may not do with a call that they listen to, whisper in or barged into. */
final class WatchedTest {

    private final Exchange exchange = new Exchange();

    WatchedTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of("71"), 60, false, CallLimits.STANDARD, 0));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private Actor actor(String number) {
        return new Actor(exchange.person(number), exchange.phones.ofPerson(exchange.portal, exchange.person(number)));
    }

    private void act(String by, CallAction action) {
        new Verbs(exchange.only(), actor(by)).act(action);
    }

    private FakeLeg comes(String number) {
        FakeLeg leg = exchange.signalling.last("phone-" + number);
        leg.answers(Exchange.SDP);
        return leg;
    }

    private FakeMixer mixer() {
        return exchange.media.mixers().get(exchange.media.mixers().size() - 1);
    }

    private static void refused(String what, ThrowingCallable action) {
        assertThatThrownBy(action).as(what).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.code())
                .isEqualTo("call.supervises"));
    }

    private void refused(String by, CallAction action) {
        refused(action.toString(), () -> act(by, action));
    }

    private void requireUntouched(FakeLeg[] two) {
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(two[1]))).isTrue();
        assertThat(mixer().hears(exchange.port(two[1]), exchange.port(two[0]))).isTrue();
        assertThat(exchange.only().live().state()).isEqualTo(CallState.TALKING);
        assertThat(exchange.only().live().recorded()).isFalse();
    }

    @Test
    @Tag("S3.35")
    void whoSupervisesLeavesTheCallAsItIs() {
        FakeLeg[] two = exchange.talk("100", "101");
        for (CallAction comes : List.of(
                new CallAction.Listen(), new CallAction.Whisper(two[1].id().value()), new CallAction.BargeIn())) {
            act("102", comes);
            FakeLeg watches = comes("102");
            refused("102", new CallAction.Divert("103"));
            refused("102", new CallAction.Park(Optional.empty()));
            refused("102", new CallAction.Recording(true));
            refused("102", new CallAction.Add("103"));
            refused("102", new CallAction.Hold(true));
            watches.refers("103", Optional.empty());
            watches.refers("*68", Optional.empty());
            watches.refers("71", Optional.empty());
            assertThat(watches.transferred()).containsExactly(403, 403, 403);
            requireUntouched(two);
            act("102", new CallAction.HangUp());
            assertThat(watches.over()).isTrue();
            requireUntouched(two);
        }
    }

    @Test
    void whoListensPutsNobodyThroughToAnotherCall() {
        FakeLeg[] two = exchange.talk("100", "101");
        Call watched = exchange.only();
        act("102", new CallAction.Listen());
        FakeLeg listener = comes("102");
        FakeLeg[] own = exchange.talk("102", "103");
        Call second = exchange.board.of(exchange.portal).stream()
                .filter(one -> one != watched)
                .findFirst()
                .orElseThrow();
        own[0].refers("100", Optional.of(listener));
        listener.refers("103", Optional.of(own[0]));
        assertThat(own[0].transferred()).containsExactly(481);
        assertThat(listener.transferred()).containsExactly(403);
        refused("from the watched call", () -> new Verbs(watched, actor("102")).transfer(second));
        refused("to the watched call", () -> new Verbs(second, actor("102")).transfer(watched));
        assertThat(exchange.hear(own[0], own[1])).isTrue();
        assertThat(mixer().hears(exchange.port(two[0]), exchange.port(two[1]))).isTrue();
    }

    @Test
    void keysOfAWhispererAreHeardByOneAndThoseOfAListenerByNobody() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        comes("102");
        refused("102", new CallAction.Press("1"));
        act("103", new CallAction.Whisper(two[1].id().value()));
        comes("103");
        act("103", new CallAction.Press("2"));
        assertThat(exchange.port(two[0]).pressed()).isEmpty();
        assertThat(exchange.port(two[1]).pressed()).isEqualTo("2");
    }

    @Test
    void whoDoesNotComeAfterAllEndsNothing() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        act("102", new CallAction.HangUp());
        assertThat(exchange.signalling.last("phone-102").over()).isTrue();
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        act("100", new CallAction.Add("103"));
        act("103", new CallAction.HangUp());
        assertThat(exchange.signalling.last("phone-103").over()).isTrue();
        assertThat(exchange.hear(two[0], two[1])).isTrue();
    }

    @Test
    void aListenerWhoHoldsIsNotNoticed() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        comes("102").offers(FakePhoneMedia.HOLDING);
        assertThat(exchange.journal.lines()).doesNotContain("HELD 102");
        requireUntouched(two);
    }

    @Test
    void whoListensIsOutWhenTheTwoAreParted() {
        FakeLeg[] two = exchange.talk("100", "101");
        act("102", new CallAction.Listen());
        FakeLeg listener = comes("102");
        two[1].refers("103", Optional.empty());
        assertThat(listener.over()).isTrue();
        FakeLeg third = comes("103");
        assertThat(exchange.hear(two[0], third)).isTrue();
    }
}
