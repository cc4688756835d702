package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.testing.Ports;

/** Two linphones register, talk, press keys, hold and hang up. */
final class LinphoneTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder = Path.of("");

    private final List<Linphone> phones = new ArrayList<>();
    private TelephoneExchange exchange = new TelephoneExchange(folder);

    @BeforeEach
    void needsLinphone() throws Exception {
        assumeTrue(Linphone.isThere(), "linphone is not installed (Debian: linphone-cli)");
        // It registers nowhere, not even on this machine, when it finds no network.
        assumeTrue(
                NetworkInterface.networkInterfaces().anyMatch(LinphoneTest::leadsElsewhere),
                "This machine has no network, without which linphone does nothing");
    }

    private static boolean leadsElsewhere(NetworkInterface one) {
        try {
            return one.isUp()
                    && !one.isLoopback()
                    && one.inetAddresses().findAny().isPresent();
        } catch (SocketException e) {
            return false;
        }
    }

    @AfterEach
    void close() throws Exception {
        for (Linphone phone : phones) {
            phone.close();
        }
        exchange.close();
    }

    private Linphone phone(String number, boolean answers) throws Exception {
        Linphone phone = Linphone.start(folder.resolve(number), number, exchange.sip.port(), Ports.free(), answers);
        phones.add(phone);
        await().atMost(PATIENCE).until(() -> exchange.registered(number));
        return phone;
    }

    private void awaits(CallState state) {
        await().atMost(PATIENCE).until(() -> exchange.board.of(exchange.portal).stream()
                .map(call -> call.live().state())
                .anyMatch(state::equals));
    }

    @Test
    void theyTalkPressKeysHoldAndHangUp() throws Exception {
        Path tone = Sound.tone(folder.resolve("tone.wav"), 440, 60);
        long atFirst = exchange.media.load().received();
        Linphone bob = phone("101", true);
        Linphone anna = phone("100", false);
        anna.tell("call sip:101@127.0.0.1:" + exchange.sip.port());
        awaits(CallState.TALKING);
        anna.tell("incall-player-start " + tone);
        bob.tell("incall-player-start " + tone);
        await().atMost(PATIENCE).until(() -> exchange.media.load().received() > 100);
        anna.tell("dtmf 5");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(bob.said()).contains("Tone: 5"));
        anna.tell("call-pause 1");
        awaits(CallState.HELD);
        anna.tell("call-resume 1");
        awaits(CallState.TALKING);
        long before = exchange.media.load().received();
        await().atMost(PATIENCE).until(() -> exchange.media.load().received() > before + 100);
        anna.tell("terminate");
        await().atMost(PATIENCE).until(() -> exchange.records.size() == 1);
        CallRecord record = exchange.records.get(0);
        assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
        assertThat(record.legs()).hasSize(2);
        // Linphone begins a new stream after it held: those before count as well.
        long counted = record.legs().stream()
                .mapToLong(leg -> leg.quality().orElseThrow().received())
                .sum();
        assertThat(counted).isGreaterThan((before - atFirst + 100) * 9 / 10);
        assertThat(exchange.told).containsSubsequence("HELD 100", "RESUMED 100");
    }
}
