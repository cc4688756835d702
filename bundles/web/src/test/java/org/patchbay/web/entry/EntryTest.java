package org.patchbay.web.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.Network;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.fake.FakePortals;
import org.patchbay.web.fake.WebServer;

class EntryTest {

    private final FakePortals portals = new FakePortals();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private WebServer server = server(Map.of());

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        server.close();
    }

    private WebServer server(Map<String, ?> settings) {
        try {
            return new WebServer(new EntryFilter(portals, Configs.with(settings)), Map.of("/*", new Mirror()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void settings(Map<String, ?> settings) throws Exception {
        server.close();
        server = server(settings);
    }

    private HttpResponse<String> get(String host, String path, String... headers) throws Exception {
        var call = server.call("GET", path).host(host);
        for (var i = 0; i < headers.length; i += 2) {
            call.header(headers[i], headers[i + 1]);
        }
        return call.send();
    }

    @Test
    @Tag("S0.15")
    void findsThePortalByTheHost() throws Exception {
        assertThat(get("acme.localhost:8080", "/api/x").body()).startsWith("Acme http://acme.localhost:8080");
        assertThat(get("ACME.localhost", "/api/x").body()).startsWith("Acme http://acme.localhost ");
        assertThat(get("beta.example.com", "/api/x").body()).startsWith("Beta ");
        assertThat(get("localhost:1", "/api/x").body()).startsWith("Root ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nowhere.example.com", "acme", "acme.localhost.evil.com", "x.acme.localhost", "10.1.2.3", "[::5]"
            })
    void saysThatNoPortalAnswersAndNothingElse(String host) throws Exception {
        var page = get(host, "/meetings");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("text/html");
        assertThat(page.body())
                .contains("No portal answers here", "content=\"light dark\"")
                .doesNotContainIgnoringCase("acme");
        var api = get(host, "/api/v1/portal");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(api.body()).contains("\"code\":\"host.unknown\"").doesNotContain("Acme");
    }

    @Test
    @Tag("S0.18")
    void aPortalWithoutAWebInterfaceHasAnApiAlone() throws Exception {
        var page = get("bare.localhost", "/meetings");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).containsIgnoringCase("text/html");
        assertThat(page.body()).contains("Die Weboberfläche ist ausgeschaltet").contains("lang=\"de\"");
        assertThat(get("bare.localhost", "/api/x").body()).startsWith("Bare ");
        assertThat(get("acme.localhost", "/meetings").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheServerIsNotWellWhilePortalsCannotBeLookedUp() throws Exception {
        portals.down = true;
        var reply = get("acme.localhost", "/api/x");
        assertThat(reply.statusCode()).isEqualTo(503);
        assertThat(reply.body()).contains("\"code\":\"unavailable\"").doesNotContain("no database");
    }

    @Test
    void sendsPagesAwayFromLocalhostToHttps() throws Exception {
        settings(Map.of("httpsPort", 8444));
        var reply = get("beta.example.com:8080", "/m/abc?x=1");
        assertThat(reply.statusCode()).isEqualTo(308);
        assertThat(reply.headers().firstValue("Location")).hasValue("https://beta.example.com:8444/m/abc?x=1");
        assertThat(get("acme.localhost:8080", "/m/abc").statusCode()).isEqualTo(200);
        assertThat(get("127.0.0.1:8080", "/").statusCode()).isEqualTo(200);
        assertThat(get("beta.example.com", "/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("S0.44")
    void believesTrustedProxiesOnly() throws Exception {
        var headers = new String[] {
            "X-Forwarded-For", "198.51.100.7", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "beta.example.com"
        };
        assertThat(get("acme.localhost", "/api/x", headers).body())
                .isEqualTo("Acme http://acme.localhost 127.0.0.1 false");
        settings(Map.of("trustedProxies", "10.0.0.0/8, 127.0.0.1"));
        var reply = get("acme.localhost", "/x", headers);
        assertThat(reply.body()).isEqualTo("Beta https://beta.example.com 198.51.100.7 true");
        assertThat(reply.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(get("acme.localhost", "/x", "X-Forwarded-Proto", "http")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 6.6.6.6, 198.51.100.7           | 198.51.100.7",
                "X-Forwarded-For | 6.6.6.6, 198.51.100.7, 10.0.0.9 | 198.51.100.7",
                "X-Forwarded-For | 6.6.6.6, nonsense               | 127.0.0.1",
                "X-Forwarded-For | 198.51.100.7:4711               | 198.51.100.7",
                "Forwarded       | for=198.51.100.7;proto=https    | 198.51.100.7",
                "Forwarded       | for=6.6.6.6, For=\"[2001:db8::7]:99\";host=acme.localhost | 2001:db8:0:0:0:0:0:7",
                "Forwarded       | for=_hidden                     | 127.0.0.1"
            })
    void walksBackToTheClient(String header, String value, String address) throws Exception {
        settings(Map.of("trustedProxies", "127.0.0.0/8,10.0.0.0/8"));
        assertThat(get("acme.localhost", "/api/x", header, value).body().split(" ")[2])
                .isEqualTo(address);
    }

    @Test
    void boundsWhatOneAddressHasUnderWay() throws Exception {
        settings(Map.of("requestsPerAddress", 2));
        var calls = IntStream.range(0, 2)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> unchecked("/api/wait"), task -> new Thread(task).start()))
                .toList();
        await().until(() -> inside.get() == 2);
        var refused = get("acme.localhost", "/api/x");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("requests.too-many");
        release.countDown();
        calls.forEach(call -> assertThat(call.join().statusCode()).isEqualTo(200));
        assertThat(get("acme.localhost", "/api/x").statusCode()).isEqualTo(200);
    }

    @Test
    void hidesWhatNobodyForesaw() throws Exception {
        var reply = get("acme.localhost", "/api/broken");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).contains("\"code\":\"internal\"").doesNotContain("secret reason");
    }

    @Test
    void refusesASettingThatIsNoBlockOfAddresses() {
        for (var text : new String[] {"10.0.0.0/33", "proxy.example.com", "10.0.0.0/x"}) {
            assertThatThrownBy(() -> Network.list(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesTwoHosts() throws Exception {
        var answer = raw(
                "GET /api/x HTTP/1.1\r\nHost: acme.localhost\r\nHost: beta.example.com\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"host.many\"");
    }

    @Test
    void countsAHouseholdOfIpv6AsOneAddress() throws Exception {
        settings(Map.of("requestsPerAddress", 1, "trustedProxies", "127.0.0.1"));
        var waiting = CompletableFuture.supplyAsync(
                () -> unchecked("/api/wait", "X-Forwarded-For", "2001:db8::1"), task -> new Thread(task).start());
        await().until(() -> inside.get() == 1);
        assertThat(unchecked("/api/x", "X-Forwarded-For", "2001:db8::2").statusCode())
                .isEqualTo(429);
        assertThat(unchecked("/api/x", "X-Forwarded-For", "2001:db8:0:1::1").statusCode())
                .isEqualTo(200);
        release.countDown();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
    }

    @Test
    void slowBodiesLeaveTheServerAnswering() throws Exception {
        server.close();
        server = new WebServer(
                new EntryFilter(portals, Configs.with(Map.of("bodiesUnderWay", 4))), Map.of("/*", new Mirror()), 10);
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 30; i++) {
                slow.add(postFrom("127.0.0." + (i + 1), "Content-Length: 1000", "x"));
            }
            await().until(() -> inside.get() == 4);
            for (var i = 0; i < 5; i++) {
                var reply = server.call("GET", "/api/x").timeout(Duration.ofSeconds(5));
                assertThat(reply.send().statusCode()).isEqualTo(200);
            }
            try (var more = postFrom("127.0.0.99", "Transfer-Encoding: chunked", "1\r\nx\r\n")) {
                assertThat(answer(more)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1", "bodies.too-many");
            }
            assertThat(inside).hasValue(4);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
        await().untilAsserted(() -> {
            try (var whole = post("Content-Length: 3\r\nConnection: close", "xyz")) {
                assertThat(answer(whole)).startsWith("HTTP/1.1 200 ");
            }
        });
    }

    @Test
    void slowBodiesOfOneAddressLeaveRoomForThoseOfOthers() throws Exception {
        settings(Map.of("bodiesUnderWay", 10));
        try (var first = post("Content-Length: 1000", "x");
                var second = post("Content-Length: 1000", "x")) {
            await().until(() -> inside.get() == 2);
            try (var third = post("Content-Length: 1000", "x")) {
                assertThat(answer(third)).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1");
            }
            try (var other = postFrom("127.0.0.2", "Content-Length: 3\r\nConnection: close", "xyz")) {
                assertThat(answer(other)).startsWith("HTTP/1.1 200 ");
            }
            assertThat(first.isConnected() && second.isConnected()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%zz", "a=%4", "a=b%"})
    void refusesAQueryThatIsNotEncoded(String query) throws Exception {
        assertThat(raw("GET /api/x?" + query + " HTTP/1.1\r\nHost: acme.localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"query.encoding\"");
    }

    @Test
    void aBodyThatIsReadMakesRoomForTheNext() throws Exception {
        settings(Map.of("bodiesUnderWay", 1));
        try (var first = post("/api/wait", "Content-Length: 3\r\nConnection: close", "xyz")) {
            await().until(() -> inside.get() == 2);
            try (var second = post("Content-Length: 3\r\nConnection: close", "xyz")) {
                assertThat(answer(second)).startsWith("HTTP/1.1 200 ");
            }
            release.countDown();
            assertThat(answer(first)).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @CsvSource({"Content-Length: 1000, x", "Transfer-Encoding: chunked, '1\r\nx\r\n'"})
    void refusesABodyThatDrips(String length, String drop) throws Exception {
        settings(Map.of("bodyPatienceSeconds", 1));
        try (var slow = post(length, drop)) {
            var bytes = drop.getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 100 && slow.getInputStream().available() == 0; i++) {
                slow.getOutputStream().write(bytes);
                Thread.sleep(50);
            }
            assertThat(answer(slow)).startsWith("HTTP/1.1 400 ").contains("\"code\":\"body.slow\"");
        }
    }

    @Test
    void paceMattersOnceItsTimeHasCome() {
        var pace = new Pace(Duration.ofSeconds(10), 1024);
        assertThat(pace.isTooSlow(0, Duration.ofSeconds(10).toNanos())).isFalse();
        assertThat(pace.isTooSlow(11 * 1024 - 1, Duration.ofSeconds(11).toNanos()))
                .isTrue();
        assertThat(pace.isTooSlow(11 * 1024, Duration.ofSeconds(11).toNanos())).isFalse();
    }

    private HttpResponse<String> unchecked(String path, String... headers) {
        try {
            return get("acme.localhost", path, headers);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Socket post(String headers, String body) throws IOException {
        return post("/api/x", headers, body);
    }

    private Socket post(String path, String headers, String body) throws IOException {
        return open("127.0.0.1", request(path, headers, body));
    }

    private Socket postFrom(String address, String headers, String body) throws IOException {
        return open(address, request("/api/x", headers, body));
    }

    private static String request(String path, String headers, String body) {
        return "POST " + path + " HTTP/1.1\r\nHost: acme.localhost\r\n" + headers + "\r\n\r\n" + body;
    }

    private String raw(String request) throws IOException {
        try (var socket = open("127.0.0.1", request)) {
            return answer(socket);
        }
    }

    private Socket open(String from, String request) throws IOException {
        var socket = new Socket("127.0.0.1", server.port(), InetAddress.getByName(from), 0);
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** All that comes until the server closes. */
    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Says what it knows of the request. */
    private final class Mirror extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            inside.incrementAndGet();
            request.getInputStream().readAllBytes();
            doGet(request, response);
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().endsWith("broken")) {
                throw new IllegalStateException("the secret reason");
            }
            if (request.getRequestURI().endsWith("wait")) {
                inside.incrementAndGet();
                try {
                    release.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            var visit = Visit.of(request);
            response.getWriter()
                    .print(visit.portal().name() + " " + visit.origin().text() + " " + request.getRemoteAddr() + " "
                            + request.isSecure());
        }
    }
}
