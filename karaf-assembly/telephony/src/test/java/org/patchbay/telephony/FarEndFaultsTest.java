package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.extensions.NumberFormat;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.spi.signalling.SipTrunk;

/** Lines and phones that say nothing, or nothing any more. */
final class FarEndFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder = Path.of("");

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static void line(TelephoneExchange exchange, String id, int order) {
        exchange.phones.put(
                exchange.portal,
                new Trunk(
                        id,
                        id,
                        DepartmentId.defaultOf(exchange.portal),
                        order,
                        true,
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        "4930",
                        false,
                        300,
                        List.of(),
                        Optional.empty(),
                        Optional.of("+4930555"),
                        true,
                        NumberFormat.E164,
                        NumberFormat.E164,
                        "",
                        1));
    }

    private static SipTrunk way(TelephoneExchange exchange, String id, int port) {
        return new SipTrunk(exchange.portal, id, "127.0.0.1", port, "UDP", "4930", "secret", false, 300, List.of());
    }

    private static List<String> steps(CallRecord call) {
        return call.path().stream()
                .map(step -> step.decision().step() + ' ' + step.decision().reason())
                .toList();
    }

    private static CallRecord only(TelephoneExchange exchange) {
        return await().atMost(PATIENCE)
                .until(() -> exchange.records, records -> records.size() == 1)
                .get(0);
    }

    @Test
    void aLineThatSaysNothingIsFollowedByTheNext() throws Exception {
        try (var exchange = new TelephoneExchange(folder);
                var anna = new PaperPhone(exchange, "100");
                var silent = new PaperPhone(exchange, "silent");
                var carrier = new PaperPhone(exchange, "carrier")) {
            line(exchange, "first", 1);
            line(exchange, "second", 2);
            exchange.sip
                    .server
                    .trunks()
                    .keep(List.of(
                            way(exchange, "first", silent.phone.port()),
                            way(exchange, "second", carrier.phone.port())));
            Future<SipRequest> tried = threads.submit(() -> silent.hear("INVITE"));
            Future<SipRequest> taken = threads.submit(carrier::take);
            PaperPhone.Attempt call = anna.call("0401234567");
            if (call.answer().isProvisional()) {
                assertThat(anna.awaitFinal(call).status()).isEqualTo(200);
            } else {
                assertThat(call.status()).isEqualTo(200);
            }
            assertThat(tried.isDone()).isTrue();
            assertThat(taken.get().uri()).contains("49401234567");
            exchange.board.of(exchange.portal).forEach(one -> one.hangUp());
            assertThat(steps(only(exchange))).containsSubsequence("trunk silent", "trunk next");
            assertThat(only(exchange).result()).isEqualTo(CallResult.ANSWERED);
        }
    }

    @Test
    void aCallInWhichNothingIsEverHeardEnds() throws Exception {
        try (var exchange = new TelephoneExchange(folder, TelephoneExchange.IMPATIENT);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101")) {
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> taken = threads.submit(bob::take);
            assertThat(anna.call("101").status()).isEqualTo(200);
            taken.get();
            vanished(exchange);
            assertThat(anna.hear("BYE")).isNotNull();
            assertThat(bob.hear("BYE")).isNotNull();
        }
    }

    @Test
    void aPhoneThatVanishesEndsTheCallForTheOther() throws Exception {
        var talks = new AtomicBoolean(true);
        try (var exchange = new TelephoneExchange(folder, TelephoneExchange.IMPATIENT);
                var anna = new PaperPhone(exchange, "100");
                var bob = new PaperPhone(exchange, "101")) {
            assertThat(bob.phone.register(600).status()).isEqualTo(200);
            Future<SipRequest> taken = threads.submit(bob::take);
            PaperPhone.Attempt call = anna.call("101");
            assertThat(call.status()).isEqualTo(200);
            int annas = PaperPhone.port(call.answer());
            int bobs = PaperPhone.port(taken.get());
            threads.execute(() -> speak(annas, new AtomicBoolean(true)));
            threads.execute(() -> speak(bobs, talks));
            long before = exchange.media.load().received();
            await().atMost(PATIENCE).until(() -> exchange.media.load().received() > before + 100);
            talks.set(false);
            bob.close();
            vanished(exchange);
            assertThat(anna.hear("BYE")).isNotNull();
            assertThat(exchange.records.get(0).legs())
                    .filteredOn(leg -> leg.number().equals("101"))
                    .singleElement()
                    .satisfies(leg -> {
                        assertThat(leg.status()).isEqualTo(408);
                        assertThat(leg.quality().orElseThrow().received()).isPositive();
                    });
        }
    }

    /** The call is over and written down, with the phone that said nothing. */
    private static void vanished(TelephoneExchange exchange) {
        CallRecord record = only(exchange);
        assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
        assertThat(record.legs()).anySatisfy(leg -> {
            assertThat(leg.status()).isEqualTo(408);
            assertThat(leg.reason()).isEqualTo("Nothing came from the phone any more");
        });
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(exchange.board.size()).isZero();
            assertThat(exchange.sip.server.legs()).isZero();
            assertThat(exchange.media.load().ports()).isZero();
        });
    }

    /** Sound (RTP, G.711) to a port, as long as this says so. */
    private static void speak(int port, AtomicBoolean talks) {
        int packets = 0;
        try (var voice = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            while (talks.get() && !Thread.currentThread().isInterrupted()) {
                packets++;
                byte[] packet = ByteBuffer.allocate(172)
                        .putShort((short) 0x8000)
                        .putShort((short) packets)
                        .putInt(160 * packets)
                        .putInt(7)
                        .array();
                voice.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
                Thread.sleep(20);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
