package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.calls.call.Actor;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Verbs;
import org.patchbay.testing.Ports;

/** Real phones call each other, and what they hear is measured. */
final class BaresipTest {

    private static final int LOW = 440;
    private static final int MIDDLE = 660;
    private static final int HIGH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder = Path.of("");

    private TelephoneExchange exchange = new TelephoneExchange(folder);

    @BeforeEach
    void needsBaresip() {
        assumeTrue(Baresip.isThere(), "baresip is not installed (Debian: baresip-core)");
    }

    @AfterEach
    void close() {
        exchange.close();
    }

    private Baresip answering(String number, int hertz) throws Exception {
        Baresip phone =
                Baresip.start(folder.resolve(number), number, exchange.sip.port(), Ports.free(), hertz, true, "");
        await().atMost(PATIENCE).until(() -> exchange.registered(number));
        return phone;
    }

    private Baresip dialling(String number, int hertz, String to) throws Exception {
        return Baresip.start(folder.resolve(number), number, exchange.sip.port(), Ports.free(), hertz, false, to);
    }

    private Call only(CallState state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> exchange.board.of(exchange.portal).stream()
                                .filter(call -> call.live().state() == state)
                                .toList(),
                        calls -> calls.size() == 1)
                .get(0);
    }

    private void hears(Baresip phone, int hertz) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(phone.heard(hertz)).as(phone.log()).isGreaterThan(1_000));
    }

    private void act(Call call, String by, CallAction action) throws Exception {
        var done = new CompletableFuture<Boolean>();
        var actor = new Actor(
                TelephoneExchange.person(by), exchange.phones.ofPerson(exchange.portal, TelephoneExchange.person(by)));
        call.run(() -> {
            try {
                new Verbs(call, actor).act(action);
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.get();
    }

    @Test
    void twoPhonesHearEachOtherAndTheRecordSaysHow() throws Exception {
        try (Baresip bob = answering("101", HIGH)) {
            try (Baresip anna = dialling("100", LOW, "101")) {
                only(CallState.TALKING);
                hears(bob, LOW);
                hears(anna, HIGH);
            }
            await().atMost(PATIENCE).until(() -> !exchange.records.isEmpty());
        }
        CallRecord record = exchange.records.get(0);
        assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
        assertThat(record.legs()).hasSize(2).allSatisfy(leg -> {
            assertThat(leg.quality().orElseThrow().received()).isGreaterThan(50);
            assertThat(leg.quality().orElseThrow().codec()).isEqualTo("PCMA");
        });
        assertThat(exchange.media.load().ports()).isZero();
    }

    @Test
    void whoIsHeldHearsNoToneAndWhoIsPutThroughHearsAnother() throws Exception {
        try (Baresip bob = answering("101", HIGH);
                Baresip carla = answering("102", MIDDLE);
                Baresip anna = dialling("100", LOW, "101")) {
            Call call = only(CallState.TALKING);
            hears(bob, LOW);
            act(call, "101", new CallAction.Hold(true));
            only(CallState.HELD);
            act(call, "101", new CallAction.Hold(false));
            act(call, "101", new CallAction.Divert("102"));
            hears(carla, LOW);
            hears(anna, MIDDLE);
            int before = bob.heard(LOW);
            hears(anna, MIDDLE);
            assertThat(bob.heard(LOW)).isEqualTo(before);
        }
        await().atMost(PATIENCE).until(() -> !exchange.records.isEmpty());
        assertThat(exchange.records.get(0).legs()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(List.copyOf(exchange.board.of(exchange.portal))).isEmpty();
    }
}
