package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallResult;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.testing.Ports;

/** Real phones by TLS, whose sound is encrypted with keys in the description. */
final class SecurePhonesTest {

    private static final int LOW = 440;
    private static final int HIGH = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void needsBaresip() {
        assumeTrue(Baresip.isThere(), "baresip is not installed (Debian: baresip-core)");
    }

    private Path keystore() throws Exception {
        Path file = folder.resolve("served.p12");
        String keytool =
                Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        (keytool + " -genkeypair -alias a -keyalg EC -dname CN=one.example -ext san=dns:one.example"
                                        + " -validity 2 -storetype PKCS12 -storepass patchbay -keystore " + file)
                                .split(" "))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return file;
    }

    private static void hears(Baresip phone, int hertz) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(phone.heard(hertz)).as(phone.log()).isGreaterThan(1_000));
    }

    @Test
    void theyHearEachOther() throws Exception {
        Path keystore = keystore();
        try (var exchange = new TelephoneExchange(folder, 100, settings -> TestServer.settings(0, keystore))) {
            int tls = exchange.sip.server.stack().transports().tlsPort().orElseThrow();
            try (Baresip bob = Baresip.secure(folder.resolve("101"), "101", tls, Ports.free(), HIGH, true, "")) {
                await().atMost(PATIENCE).untilAsserted(() -> assertThat(exchange.registered("101"))
                        .as(bob.log())
                        .isTrue());
                try (Baresip anna =
                        Baresip.secure(folder.resolve("100"), "100", tls, Ports.free(), LOW, false, "101")) {
                    hears(bob, LOW);
                    hears(anna, HIGH);
                }
                await().atMost(PATIENCE).until(() -> !exchange.records.isEmpty());
            }
            assertThat(exchange.records.get(0).result()).isEqualTo(CallResult.ANSWERED);
            assertThat(exchange.records.get(0).legs()).hasSize(2).allSatisfy(leg -> assertThat(
                            leg.quality().orElseThrow().received())
                    .isGreaterThan(50));
        }
    }
}
