package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.Phone;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timing;

/** Far more than can be done: what is in progress goes on, and nothing grows. */
class FloodTest {

    private static final String SDP = "v=0\r\n";
    private static final Duration FLOOD = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestServer server = new TestServer(settings -> new SipServer.Settings(
            settings.ways(),
            settings.stack(),
            settings.expiry(),
            settings.guard(),
            settings.digests(),
            settings.nonceLife(),
            10,
            settings.mostBindings(),
            settings.mostSubscriptions()));

    private SipRequest call(Phone phone, int number) {
        SipRequest invite = phone.request("INVITE", "sip:101@one.example", Randoms.text(), number);
        invite.headers().set(HeaderName.CONTENT_TYPE, "application/sdp");
        return new SipRequest("INVITE", invite.uri(), invite.headers(), SDP.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCallInProgressGoesOnThroughAFlood() throws Exception {
        server.neighbours.handler = (portal, incoming) -> {
            incoming.leg().answer(SDP);
            return new LegListener() {
                @Override
                public void offered(String description) {
                    incoming.leg().answerOffer(description);
                }

                @Override
                public void ended(LegEnd reason) {
                    server.bridge.ended.incrementAndGet();
                }
            };
        };
        try (server;
                var phone = new Phone(server.port(), "100", "one.example")) {
            SipRequest invite = call(phone, 1);
            SipResponse ok = phone.ask(invite, "pw100");
            assertThat(ok.status()).isEqualTo(200);
            phone.acknowledge(invite, ok);
            ExecutorService senders = Executors.newFixedThreadPool(3);
            long start = System.nanoTime();
            List<Future<Integer>> floods = List.of(
                    senders.submit(() -> flood("INVITE")),
                    senders.submit(() -> flood("REGISTER")),
                    senders.submit(() -> flood("")));
            int number = 10;
            int refreshed = 0;
            while (System.nanoTime() - start < FLOOD.toNanos()) {
                refreshed += refresh(phone, ok, number);
                number += 1;
            }
            assertThat(refreshed).as("refreshes of the call during the flood").isPositive();
            int sent = 0;
            for (Future<Integer> flood : floods) {
                sent += flood.get();
            }
            senders.shutdown();
            assertThat(sent).isGreaterThan(5_000);
            assertThat(server.server.legs()).isEqualTo(1);
            assertThat(server.server.stack().transactions()).isLessThan(1_000);
            assertThat(server.server.guard().blocks()).isZero();
            // Sent again, as the last of the flood may still fill the socket.
            assertThat(refresh(phone, ok, number)).isEqualTo(1);
            assertThat(phone.register(600).status()).isEqualTo(200);
            assertThat(phone.exchange(phone.inDialog("BYE", ok, 5_000)).status())
                    .isEqualTo(200);
            assertThat(server.bridge.ended).hasValue(1);
        }
    }

    /** An UPDATE in the call, sent again as a phone does; 1 when it was answered. */
    private static int refresh(Phone phone, SipResponse ok, int number) throws IOException {
        SipRequest update = phone.inDialog("UPDATE", ok, number);
        for (int attempt = 0; attempt < 4; attempt++) {
            phone.send(update);
            var answer = phone.receive(Duration.ofMillis(250));
            if (answer.isPresent() && answer.get() instanceof SipResponse response && response.isSuccess()) {
                return 1;
            }
        }
        return 0;
    }

    /** As much as goes out of one socket in its time: requests of strangers, or garbage. */
    private int flood(String method) throws IOException {
        var random = new Random(5);
        int sent = 0;
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            var target = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            long end = System.nanoTime() + FLOOD.toNanos();
            while (System.nanoTime() < end) {
                byte[] bytes;
                if (method.isEmpty()) {
                    bytes = new byte[random.nextInt(20, 900)];
                    random.nextBytes(bytes);
                } else {
                    String uri = method.equals("REGISTER") ? "sip:one.example" : "sip:101@one.example";
                    bytes = (method + ' ' + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:"
                                    + socket.getLocalPort() + ";rport;branch=z9hG4bK" + random.nextLong()
                                    + "\r\nFrom: <sip:100@one.example>;tag=1\r\nTo: <sip:100@one.example>\r\nCall-ID: "
                                    + random.nextLong() + "\r\nCSeq: 1 " + method
                                    + "\r\nContact: <sip:a@127.0.0.1>\r\nMax-Forwards: 70\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8);
                }
                socket.send(new DatagramPacket(bytes, bytes.length, target));
                sent++;
            }
        }
        return sent;
    }

    @Test
    void newCallsGetLaterWhenThereIsNoRoom() throws Exception {
        server.neighbours.handler = (portal, incoming) -> reason -> {};
        try (server;
                var phone = new Phone(server.port(), "100", "one.example")) {
            for (int call = 0; call < 10; call++) {
                SipRequest invite = call(phone, 1);
                phone.send(invite);
                SipResponse challenge = phone.awaitFinal("INVITE");
                phone.acknowledge(invite, challenge);
                phone.send(phone.answering(invite, challenge, "pw100"));
                phone.await(message -> message instanceof SipResponse response && response.status() == 100);
            }
            SipResponse refused = phone.ask(call(phone, 1), "pw100");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.headers().has(HeaderName.RETRY_AFTER)).isTrue();
        }
    }

    private static SipServer.Settings narrow(SipServer.Settings settings, int waiting, int transactions) {
        return new SipServer.Settings(
                settings.ways(),
                new SipStack.Settings(1, waiting, transactions, "Patchbay", Timing.USUAL),
                settings.expiry(),
                settings.guard(),
                settings.digests(),
                settings.nonceLife(),
                settings.mostLegs(),
                settings.mostBindings(),
                settings.mostSubscriptions());
    }

    @Test
    void whatFindsNoRoomInALaneIsToldToComeLaterAndCallsGoOn() throws Exception {
        int waiting = 50;
        int room = waiting * 4 / 10;
        var begun = new CountDownLatch(1);
        var free = new CountDownLatch(1);
        try (var narrow = new TestServer(settings -> narrow(settings, waiting, 1_000));
                var phone = new Phone(narrow.port(), "100", "one.example");
                var flood = new Phone(narrow.port(), "100", "one.example")) {
            narrow.neighbours.handler = (portal, incoming) -> {
                incoming.leg().answer(SDP);
                return reason -> {};
            };
            SipRequest invite = call(phone, 1);
            SipResponse ok = phone.ask(invite, "pw100");
            phone.acknowledge(invite, ok);
            SipRequest again = phone.inDialog("UPDATE", ok, 10);
            phone.send(again);
            assertThat(phone.awaitFinal("UPDATE").status()).isEqualTo(200);

            narrow.server.stack().of("any").lane().execute(() -> {
                begun.countDown();
                awaitUnhurried(free);
            });
            begun.await();
            for (int i = 0; i < 5 * waiting; i++) {
                flood.send(flood.request("OPTIONS", "sip:one.example", Randoms.text(), 1));
                // One after the other, so that nothing is lost on the way.
                if (i >= room) {
                    SipResponse refused = flood.awaitFinal("OPTIONS");
                    assertThat(refused.status()).isEqualTo(503);
                    assertThat(refused.headers().has(HeaderName.RETRY_AFTER)).isTrue();
                }
            }
            assertThat(narrow.server.stack().shed()).isEqualTo(5 * waiting - room);
            phone.send(phone.inDialog("UPDATE", ok, 11));
            await().atMost(PATIENCE).until(() -> narrow.server.stack().received() >= 5 * waiting + 6);
            free.countDown();
            assertThat(phone.awaitFinal("UPDATE").status()).isEqualTo(200);
            assertThat(phone.register(600).status()).isEqualTo(200);
        }
    }

    private static void awaitUnhurried(CountDownLatch free) {
        try {
            free.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theLastTransactionsAreForCallsInProgress() throws Exception {
        int most = 40;
        try (var narrow = new TestServer(settings -> narrow(settings, 1_000, most));
                var phone = new Phone(narrow.port(), "100", "one.example")) {
            narrow.neighbours.handler = (portal, incoming) -> {
                incoming.leg().answer(SDP);
                return reason -> {};
            };
            SipRequest invite = call(phone, 1);
            SipResponse ok = phone.ask(invite, "pw100");
            phone.acknowledge(invite, ok);
            SipResponse last = phone.register(600);
            for (int i = 0; i < 10 * most && last.status() == 200; i++) {
                last = phone.register(600);
            }
            assertThat(last.status()).isEqualTo(503);
            assertThat(last.headers().has(HeaderName.RETRY_AFTER)).isTrue();
            phone.send(phone.inDialog("UPDATE", ok, 10));
            assertThat(phone.awaitFinal("UPDATE").status()).isEqualTo(200);
            phone.send(phone.inDialog("BYE", ok, 11));
            assertThat(phone.awaitFinal("BYE").status()).isEqualTo(200);
            assertThat(narrow.server.stack().transactions()).isLessThanOrEqualTo(most);
        }
    }

    @Test
    void aLaneOutlivesWhateverIsThrown() throws Exception {
        Callable<Boolean> fatal = () -> {
            throw new AssertionError("As when memory runs out");
        };
        server.neighbours.handler = (portal, incoming) -> {
            try {
                fatal.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return reason -> {};
        };
        try (server;
                var phone = new Phone(server.port(), "100", "one.example")) {
            for (int call = 0; call < 4; call++) {
                SipRequest invite = call(phone, 1);
                phone.send(invite);
                SipResponse challenge = phone.awaitFinal("INVITE");
                phone.acknowledge(invite, challenge);
                phone.send(phone.answering(invite, challenge, "pw100"));
            }
            assertThat(phone.register(600).status()).isEqualTo(200);
            assertThat(phone.register(600).status()).isEqualTo(200);
        }
    }
}
