package org.patchbay.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.extensions.Extension;
import org.patchbay.sip.SipServer;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timing;

/**
 * Ten times the calls there is room for, with strangers and garbage between them: what goes on goes on, what is new is told
 * to come later, and nothing grows. There is room for few, so that ten times as many are few as well.
 */
final class CallFloodTest {

    private static final int ROOM = 5;
    private static final int TEN_TIMES = 10 * ROOM;
    /** Of each kind, between two calls; more than wait for a lane. */
    private static final int BURST = 60;

    private static final int WAITING = 64;
    private static final int TRANSACTIONS = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder = Path.of("");

    private final TelephoneExchange exchange = new TelephoneExchange(folder, ROOM, CallFloodTest::small);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean takes = new AtomicBoolean();
    private final List<PaperPhone> phones = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Random random = new Random(5);
    private final DatagramSocket voice;
    private final DatagramSocket stranger;
    private int packets;

    CallFloodTest() throws IOException {
        voice = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        stranger = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static SipServer.Settings small(SipServer.Settings usual) {
        return new SipServer.Settings(
                usual.ways(),
                new SipStack.Settings(2, WAITING, TRANSACTIONS, "Patchbay", Timing.USUAL),
                usual.expiry(),
                new Guard.Limits(10_000, 10_000, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                usual.digests(),
                usual.nonceLife(),
                2 * ROOM,
                usual.mostBindings(),
                usual.mostSubscriptions());
    }

    @BeforeEach
    void anExtensionTakesMoreThanThereIsRoomForAndRingsLong() {
        Extension one = exchange.phones.find(exchange.portal, "ext-102").orElseThrow();
        exchange.phones.put(
                exchange.portal,
                new Extension(
                        one.id(),
                        one.number(),
                        one.name(),
                        one.person(),
                        one.department(),
                        300,
                        20,
                        Optional.empty(),
                        true,
                        false,
                        one.forwards(),
                        one.recording(),
                        false,
                        2));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        phones.forEach(PaperPhone::close);
        voice.close();
        stranger.close();
        exchange.close();
    }

    private PaperPhone phone(String number) throws IOException {
        var phone = new PaperPhone(exchange, number);
        phones.add(phone);
        return phone;
    }

    /** Strangers who call, strangers who register, and garbage. */
    private void burst() throws IOException {
        for (int i = 0; i < BURST; i++) {
            send(request("INVITE"));
            send(request("REGISTER"));
            byte[] garbage = new byte[random.nextInt(20, 900)];
            random.nextBytes(garbage);
            send(garbage);
        }
    }

    private byte[] request(String method) {
        return (method + " sip:101@one.example SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + stranger.getLocalPort()
                        + ";rport;branch=z9hG4bK" + random.nextLong()
                        + "\r\nFrom: <sip:100@one.example>;tag=1\r\nTo: <sip:100@one.example>\r\nCall-ID: "
                        + random.nextLong() + "\r\nCSeq: 1 " + method
                        + "\r\nContact: <sip:a@127.0.0.1>\r\nMax-Forwards: 70\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void send(byte[] bytes) throws IOException {
        var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), exchange.sip.port());
        stranger.send(new DatagramPacket(bytes, bytes.length, target));
    }

    /** A packet of sound (RTP) from either phone: a call in which nobody is heard would end. */
    private void speak() throws IOException {
        packets++;
        byte[] packet = ByteBuffer.allocate(172)
                .putShort((short) 0x8000)
                .putShort((short) packets)
                .putInt(160 * packets)
                .putInt(7)
                .array();
        for (int port : ports) {
            voice.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
        }
    }

    private SipResponse talk(PaperPhone anna, PaperPhone bob) throws Exception {
        assertThat(bob.phone.register(600).status()).isEqualTo(200);
        Future<SipRequest> taken = threads.submit(bob::take);
        PaperPhone.Attempt call = anna.call("101");
        assertThat(call.status()).isEqualTo(200);
        ports.add(PaperPhone.port(taken.get()));
        ports.add(PaperPhone.port(call.answer()));
        return call.answer();
    }

    /** What there is of everything that could grow. */
    private List<Integer> sizes() {
        return List.of(
                exchange.board.size(),
                exchange.sip.server.legs(),
                exchange.sip.server.dialogs(),
                exchange.sip.server.bindings().size(),
                exchange.sip.server.guard().blocks(),
                exchange.media.load().ports());
    }

    @Test
    void aCallGoesOnThroughTenTimesTheCallsThereIsRoomFor() throws Exception {
        PaperPhone anna = phone("100");
        PaperPhone bob = phone("101");
        SipResponse talking = talk(anna, bob);
        PaperPhone carla = phone("102");
        assertThat(carla.phone.register(600).status()).isEqualTo(200);
        Future<Integer> rings = threads.submit(() -> carla.ring(takes));
        PaperPhone caller = phone("100");
        List<PaperPhone.Attempt> waiting = new ArrayList<>();
        while (waiting.size() < ROOM - 1) {
            PaperPhone.Attempt call = caller.call("102");
            assertThat(call.status()).isEqualTo(180);
            waiting.add(call);
        }
        List<Integer> before = sizes();
        assertThat(before).startsWith(ROOM, 2 * ROOM);

        for (int number = 0; number < TEN_TIMES; number++) {
            burst();
            SipResponse refused = caller.call("102").answer();
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers().has(HeaderName.RETRY_AFTER)).isTrue();
            assertThat(exchange.sip.server.stack().transactions()).isLessThanOrEqualTo(TRANSACTIONS);
            if (number % 10 == 0) {
                speak();
                assertThat(anna.answer(anna.phone.inDialog("UPDATE", talking, 10 + number))
                                .status())
                        .as("the call that goes on")
                        .isEqualTo(200);
            }
        }
        assertThat(sizes()).isEqualTo(before);

        // One gives up, and the very next call is as before.
        caller.giveUp(waiting.get(0));
        await().atMost(PATIENCE).until(() -> exchange.board.size() == ROOM - 1);
        takes.set(true);
        PaperPhone.Attempt next = phone("100").call("102");
        assertThat(next.status()).isEqualTo(200);
        assertThat(exchange.board.size()).isEqualTo(ROOM);
        assertThat(anna.answer(anna.phone.inDialog("BYE", talking, 1_000)).status())
                .isEqualTo(200);
        assertThat(rings.isDone()).isFalse();
    }
}
