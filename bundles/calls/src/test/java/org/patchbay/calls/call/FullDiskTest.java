package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.testing.signalling.FakeLeg;

/** The disk of recordings runs full: calls go on without being recorded, and everybody is told. */
final class FullDiskTest {

    private final Exchange exchange = new Exchange();

    FullDiskTest() {
        exchange.phones.put(
                exchange.portal,
                new CallSettings("DE", "30", "", Map.of(), List.of(), 60, true, CallLimits.STANDARD, 0));
        Extension one = exchange.extension("101");
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
                        true,
                        false,
                        one.forwards(),
                        RecordingRule.ALWAYS,
                        false,
                        2));
    }

    @AfterEach
    void nothingIsLeft() {
        exchange.signalling.open().forEach(FakeLeg::hangsUp);
        exchange.requireQuiet();
    }

    private void act(CallAction action) {
        var actor =
                new Actor(exchange.person("100"), exchange.phones.ofPerson(exchange.portal, exchange.person("100")));
        new Verbs(exchange.only(), actor).act(action);
    }

    private boolean said(FakeLeg leg) {
        return exchange.port(leg).playing().equals(List.of(new Prompt.Sentence("not-recorded", "en")));
    }

    private void goesOnUnrecorded(FakeLeg[] two) {
        assertThat(two[0].talking()).isTrue();
        assertThat(two[1].talking()).isTrue();
        assertThat(exchange.only().live().state()).isEqualTo(CallState.TALKING);
        assertThat(exchange.only().live().recorded()).isFalse();
        assertThat(exchange.port(two[0]).recording()).isEmpty();
        assertThat(exchange.journal.lines()).containsSubsequence("recording disk", "RECORDING_STOPPED DISK");
        two[0].hangsUp();
        assertThat(exchange.journal.last().result()).isEqualTo(CallResult.ANSWERED);
        assertThat(exchange.journal.last().path())
                .extracting(
                        step -> step.decision().step() + ' ' + step.decision().reason())
                .contains("recording disk");
        assertThat(exchange.journal.lines())
                .filteredOn(line -> line.startsWith("RECORDING_STOPPED"))
                .hasSize(1);
    }

    @Test
    void aDiskThatFillsEndsTheRecordingAndNotTheCall() {
        FakeLeg[] two = exchange.talk("100", "101");
        exchange.pass(60);
        assertThat(exchange.only().live().recorded()).isTrue();
        assertThat(exchange.port(two[0]).recording()).isPresent();
        exchange.usableBytes = 999;
        exchange.pass(2);
        assertThat(said(two[0])).isTrue();
        assertThat(said(two[1])).isTrue();
        goesOnUnrecorded(two);
    }

    @Test
    void aFileThatCannotBeWrittenEndsTheRecordingAndNotTheCall() {
        FakeLeg[] two = exchange.talk("100", "101");
        exchange.port(two[0]).recordingFails();
        goesOnUnrecorded(two);
    }

    @Test
    void aCallThatShouldBeRecordedGoesOnWithout() {
        exchange.usableBytes = 999;
        FakeLeg[] two = exchange.talk("100", "101");
        assertThat(exchange.journal.lines()).doesNotContain("RECORDING_STARTED", "recording begun");
        goesOnUnrecorded(two);
    }

    @Test
    void whoWantsToRecordIsToldAndMayOnceThereIsSpace() {
        exchange.usableBytes = 999;
        FakeLeg[] two = exchange.talk("100", "102");
        assertThatThrownBy(() -> act(new CallAction.Recording(true)))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.UNAVAILABLE);
                    assertThat(e.code()).isEqualTo("call.recording-disk");
                });
        assertThat(exchange.hear(two[0], two[1])).isTrue();
        exchange.usableBytes = 1_000;
        act(new CallAction.Recording(true));
        assertThat(exchange.only().live().recorded()).isTrue();
        assertThat(exchange.port(two[0]).recording()).isPresent();
    }

    @Test
    void aCallThatIsPutThroughWhenTheDiskIsFullGoesOn() {
        FakeLeg[] first = exchange.talk("100", "101");
        FakeLeg[] second = exchange.talk("100", "102");
        exchange.usableBytes = 999;
        first[0].refers("102", Optional.of(second[0]));
        assertThat(first[0].transferred()).containsExactly(200);
        goesOnUnrecorded(new FakeLeg[] {first[1], second[1]});
    }
}
