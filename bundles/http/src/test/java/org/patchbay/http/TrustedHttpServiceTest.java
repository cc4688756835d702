package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;
import org.patchbay.api.http.HttpReply;
import org.patchbay.api.http.WebSocketListener;
import org.patchbay.testing.Patience;

class TrustedHttpServiceTest {

    private static final Duration SOON = Duration.ofSeconds(Patience.SECONDS);

    private final TrustedHttpService http = new TrustedHttpService(host -> InetAddress.getAllByName(
            host.equals("meta.example") ? "169.254.169.254" : host.equals("media.example") ? "127.0.0.1" : host));
    private final Recorded recorded = new Recorded();

    @AfterEach
    void stop() throws Exception {
        http.close();
    }

    @Test
    void callsAServerOnAPrivateAddress() throws Exception {
        try (var stub = new Stub()) {
            stub.answers("/about/version", 200, "{}");
            var reply = http.send(HttpCall.get(stub.uri("media.example", "/about/version"), Map.of()));
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("{}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "meta.example", "0.0.0.0", "224.0.0.1", "[fe80::1]", "[fd00:ec2::254]"})
    void refusesWhatIsNoServersAddress(String host) {
        var refused = problem(() -> http.send(HttpCall.get(URI.create("http://" + host + "/"), Map.of())));
        assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN);
        var socket = problem(() -> http.open(URI.create("ws://" + host + "/"), SOON, recorded));
        assertThat(socket.problem()).isEqualTo(Problem.FORBIDDEN);
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (var stub = new Stub()) {
            stub.redirects("/", 302, stub.uri("127.0.0.1", "/elsewhere").toString());
            var reply = http.send(HttpCall.get(stub.uri("127.0.0.1", "/"), Map.of()));
            assertThat(reply.status()).isEqualTo(302);
            assertThat(stub.heard).hasSize(1);
        }
    }

    @Test
    void leavesAServerThatHangs() throws Exception {
        var hold = new CountDownLatch(1);
        try (var stub = new Stub()) {
            stub.on("/", exchange -> {
                try {
                    hold.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            var call =
                    new HttpCall("GET", stub.uri("127.0.0.1", "/"), Map.of(), Optional.empty(), Duration.ofMillis(200));
            var refused = problem(() -> http.send(call));
            assertThat(refused.code()).isEqualTo("http.timeout");
        } finally {
            hold.countDown();
        }
    }

    @Test
    @Tag("S1.33")
    void aServerThatHangsTakesNoPlaceFromAnother() throws Exception {
        var hold = new CountDownLatch(1);
        var callers = Executors.newCachedThreadPool();
        try (var stalled = new Stub();
                var healthy = new Stub()) {
            stalled.on("/", exchange -> {
                try {
                    hold.await();
                    exchange.sendResponseHeaders(204, -1);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            healthy.answers("/", 200, "{}");
            var call = HttpCall.get(stalled.uri("127.0.0.1", "/"), Map.of());
            List<Future<HttpReply>> waiting = IntStream.range(0, TrustedHttpService.AT_ONCE)
                    .mapToObj(number -> callers.submit(() -> http.send(call)))
                    .toList();
            await().until(() -> stalled.heard.size() == waiting.size());

            assertThat(problem(() -> http.send(call)).code()).isEqualTo("http.busy");
            assertThat(http.send(HttpCall.get(healthy.uri("127.0.0.1", "/"), Map.of()))
                            .status())
                    .isEqualTo(200);
            hold.countDown();
            for (var reply : waiting) {
                assertThat(reply.get().status()).isEqualTo(204);
            }
            assertThat(http.send(call).status()).as("its places are free again").isEqualTo(204);
        } finally {
            hold.countDown();
            callers.shutdownNow();
        }
    }

    @Test
    void talksOverAWebSocket() throws Exception {
        try (var stub = new SocketStub(101);
                var socket = http.open(stub.uri(), SOON, recorded)) {
            assertThat(socket.send("one")).isTrue();
            assertThat(socket.send("two")).isTrue();
            await().untilAsserted(() -> assertThat(stub.heard).containsExactly("one", "two"));
            stub.send(0x01, "half ".getBytes(StandardCharsets.UTF_8));
            stub.send(0x80, "and half".getBytes(StandardCharsets.UTF_8));
            await().untilAsserted(() -> assertThat(recorded.texts).containsExactly("half and half"));
            socket.close();
            assertThat(stub.closedWith.get()).isEqualTo(1000);
            assertThat(socket.send("three")).isFalse();
            assertThat(recorded.closed).isNotDone();
        }
    }

    @Test
    void tellsThatTheOtherSideClosed() throws Exception {
        try (var stub = new SocketStub(101)) {
            http.open(stub.uri(), SOON, recorded);
            stub.sendClose(1001, "endpoint closed");
            assertThat(recorded.closed.get()).isEqualTo("1001 endpoint closed");
        }
    }

    @Test
    void tellsThatTheConnectionBroke() throws Exception {
        try (var stub = new SocketStub(101)) {
            http.open(stub.uri(), SOON, recorded);
            stub.tear();
            assertThat(recorded.closed.get()).startsWith("1006");
        }
    }

    /** The JDK's client loses the end of a connection that comes while it still tells a text. */
    @Test
    void tellsThatTheConnectionBrokeThoughTextsCameJustBefore() throws Exception {
        byte[] text = "{}".getBytes(StandardCharsets.UTF_8);
        List<Recorded> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            try (var stub = new SocketStub(101)) {
                var one = new Recorded();
                http.open(stub.uri(), SOON, one);
                stub.send(0x81, text);
                stub.send(0x81, text);
                stub.tear();
                all.add(one);
            }
        }
        await().untilAsserted(() -> assertThat(all).allMatch(one -> one.closed.isDone()));
    }

    @Test
    void closesOnATextThatIsTooLarge() throws Exception {
        try (var stub = new SocketStub(101)) {
            http.open(stub.uri(), SOON, recorded);
            var part = new byte[60_000];
            java.util.Arrays.fill(part, (byte) 'x');
            stub.send(0x01, part);
            for (int i = 0; i < 20 && !recorded.closed.isDone(); i++) {
                try {
                    stub.send(0x00, part);
                } catch (java.net.SocketException e) {
                    break;
                }
            }
            assertThat(recorded.closed.get()).isEqualTo("1006 a text is larger than 1 MiB");
            assertThat(recorded.texts).isEmpty();
        }
    }

    @Test
    void tellsWhatAServerAnswersInsteadOfAWebSocket() throws Exception {
        try (var stub = new SocketStub(403)) {
            var refused = problem(() -> http.open(stub.uri(), SOON, recorded));
            assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE);
            assertThat(refused.params().get("status")).isEqualTo(403);
        }
    }

    @Test
    void findsNobodyAtAClosedPort() throws Exception {
        URI uri;
        try (var stub = new SocketStub(101)) {
            uri = stub.uri();
        }
        var refused = problem(() -> http.open(uri, SOON, recorded));
        assertThat(refused.code()).isEqualTo("http.unreachable");
    }

    private static PatchbayException problem(ThrowingCallable call) {
        return catchThrowableOfType(PatchbayException.class, call);
    }

    private static final class Recorded implements WebSocketListener {

        final List<String> texts = new CopyOnWriteArrayList<>();
        final CompletableFuture<String> closed = new CompletableFuture<>();

        @Override
        public void text(String text) {
            texts.add(text);
        }

        @Override
        public void closed(int code, String reason) {
            closed.complete((code + " " + reason).strip());
        }
    }
}
