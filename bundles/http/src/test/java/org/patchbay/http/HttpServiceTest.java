package org.patchbay.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.http.HttpCall;

class HttpServiceTest {

    private static final PortalId ACME = new PortalId("acme");
    private static final PortalId BETA = new PortalId("beta");

    private Stub stub;
    private HttpService http;

    @BeforeEach
    void start() throws Exception {
        stub = new Stub();
        http = service("127.0.0.1:" + stub.port(), HttpServiceTest::lookup);
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        stub.close();
    }

    private static InetAddress[] lookup(String host) throws UnknownHostException {
        return switch (host) {
            case "crm.example", "other.example" -> InetAddress.getAllByName("127.0.0.1");
            case "inside.example" -> InetAddress.getAllByName("10.0.0.1");
            case "meta.example" -> InetAddress.getAllByName("169.254.169.254");
            default -> {
                if (host.endsWith(".example")) {
                    throw new UnknownHostException(host);
                }
                yield InetAddress.getAllByName(host);
            }
        };
    }

    private static HttpService service(String allow, Resolver.Lookup lookup) {
        return new HttpService(new Config(allow), lookup);
    }

    @Test
    void sendsAndReads() {
        stub.on("/contacts", exchange -> {
            exchange.getResponseHeaders().add("X-Seen", "1");
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=ISO-8859-1");
            exchange.sendResponseHeaders(201, 0);
            exchange.getResponseBody().write("Jürgen".getBytes(StandardCharsets.ISO_8859_1));
        });
        var reply = http.send(
                ACME,
                HttpCall.postJson(
                        stub.uri("crm.example", "/contacts?a=b"),
                        Map.of("Authorization", "Bearer t"),
                        "{\"n\":\"ü\"}"));
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.body()).isEqualTo("Jürgen");
        assertThat(reply.headers()).containsKey("x-seen");
        assertThat(stub.heard)
                .containsExactly(
                        "POST /contacts?a=b Host=crm.example:" + stub.port() + " Auth=Bearer t Body={\"n\":\"ü\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://localhost:1/",
                "http://[::1]:1/",
                "http://0.0.0.0:1/",
                "http://2130706433:1/",
                "http://[::ffff:127.0.0.1]:1/",
                "http://inside.example/",
                "http://meta.example/latest/meta-data",
                "https://169.254.169.254/",
                "http://192.168.1.1/"
            })
    void refusesPrivateAddresses(String uri) {
        assertProblem(
                Problem.FORBIDDEN, "http.address", () -> http.send(ACME, HttpCall.get(URI.create(uri), Map.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "http://192.168.1.1/, The address 192.168.1.1 must not be called",
        "http://[::1]:1/, The address [::1] must not be called",
        "http://inside.example/, The address 10.0.0.1 of inside.example must not be called"
    })
    void namesAnAddressOnce(String uri, String sentence) {
        assertThatThrownBy(() -> http.send(ACME, HttpCall.get(URI.create(uri), Map.of())))
                .hasMessage(sentence);
    }

    @Test
    void connectsToTheAddressThatWasChecked() throws Exception {
        stub.answers("/", 200, "reached");
        var asked = new AtomicInteger();
        try (var rebinding = service(
                "", host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? "10.0.0.1" : "127.0.0.1"))) {
            assertProblem(
                    Problem.FORBIDDEN,
                    "http.address",
                    () -> rebinding.send(ACME, HttpCall.get(stub.uri("rebind.example", "/"), Map.of())));
            assertThat(asked).hasValue(1);
        }
        assertThat(stub.heard).isEmpty();
    }

    @Test
    void checksEachRedirect() {
        stub.answers("/end", 200, "there");
        stub.redirects("/good", 302, "/end");
        stub.redirects("/inside", 302, "http://inside.example/");
        stub.redirects("/loop", 302, "/loop");
        stub.redirects("/file", 302, "file:///etc/passwd");
        assertThat(http.send(ACME, get("/good")).body()).isEqualTo("there");
        assertProblem(Problem.FORBIDDEN, "http.address", () -> http.send(ACME, get("/inside")));
        assertProblem(Problem.UNAVAILABLE, "http.redirects", () -> http.send(ACME, get("/loop")));
        assertProblem(Problem.UNAVAILABLE, "http.redirect", () -> http.send(ACME, get("/file")));
        assertThat(stub.heard.stream().filter(line -> line.contains("/loop"))).hasSize(6);
    }

    @Test
    void keepsSecretsFromAnotherOrigin() {
        stub.answers("/end", 200, "there");
        stub.redirects("/other", 307, "http://other.example:" + stub.port() + "/end");
        stub.redirects("/same", 307, "/end");
        var secret = Map.of("Authorization", "Bearer t");
        http.send(ACME, HttpCall.postJson(stub.uri("crm.example", "/same"), secret, "{}"));
        http.send(ACME, HttpCall.postJson(stub.uri("crm.example", "/other"), secret, "{}"));
        assertThat(stub.heard.get(1))
                .contains("POST /end")
                .contains("Auth=Bearer t")
                .contains("Body={}");
        assertThat(stub.heard.get(3))
                .contains("POST /end")
                .contains("Auth=null")
                .contains("Body={}");
    }

    @Test
    void followsSeeOtherWithAGet() {
        stub.answers("/end", 200, "there");
        stub.redirects("/made", 303, "/end");
        http.send(ACME, HttpCall.postJson(stub.uri("crm.example", "/made"), Map.of(), "{}"));
        assertThat(stub.heard.get(1)).startsWith("GET /end").endsWith("Body=");
    }

    @Test
    void letsAScriptCallAllowedHostsOnly() {
        stub.answers("/", 200, "there");
        stub.redirects("/away", 302, "http://other.example:" + stub.port() + "/");
        assertThat(http.send(ACME, get("/"), Set.of("crm.example")).status()).isEqualTo(200);
        assertThat(http.send(ACME, get("/"), Set.of("*.example")).status()).isEqualTo(200);
        assertProblem(Problem.FORBIDDEN, "http.host", () -> http.send(ACME, get("/"), Set.of("other.example")));
        assertProblem(Problem.FORBIDDEN, "http.host", () -> http.send(ACME, get("/"), Set.of()));
        assertProblem(Problem.FORBIDDEN, "http.host", () -> http.send(ACME, get("/away"), Set.of("crm.example")));
    }

    @Test
    void boundsTheReplyAlsoWhenCompressed() throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[ReplyReader.MAX_BODY + 1]);
        }
        stub.on("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        });
        stub.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (var i = 0; i < 100; i++) {
                exchange.getResponseBody().write(new byte[1 << 20]);
            }
        });
        assertProblem(Problem.TOO_LARGE, "http.reply", () -> http.send(ACME, get("/bomb")));
        assertProblem(Problem.TOO_LARGE, "http.reply", () -> http.send(ACME, get("/endless")));
    }

    @Test
    void endsWithTheTimeOfTheCall() throws Exception {
        var release = new CountDownLatch(1);
        stub.on("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().flush();
            waitFor(release);
        });
        var call = new HttpCall(
                "GET", stub.uri("crm.example", "/slow"), Map.of(), Optional.empty(), Duration.ofMillis(300));
        assertProblem(Problem.UNAVAILABLE, "http.timeout", () -> http.send(ACME, call));
        release.countDown();
        try (var stuck = service("", host -> {
            waitFor(new CountDownLatch(1));
            return new InetAddress[0];
        })) {
            assertProblem(Problem.UNAVAILABLE, "http.timeout", () -> stuck.send(ACME, call));
        }
    }

    @Test
    void boundsWhatAPortalHasUnderWayAndLeavesOthersAlone() throws Exception {
        var release = new CountDownLatch(1);
        var inside = new AtomicInteger();
        stub.on("/slow", exchange -> {
            inside.incrementAndGet();
            waitFor(release);
            exchange.sendResponseHeaders(200, -1);
        });
        var calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> http.send(ACME, get("/slow")), task -> new Thread(task).start()))
                .limit(2)
                .toList();
        await().until(() -> inside.get() == 2);
        assertProblem(Problem.LIMITED, "http.busy", () -> http.send(ACME, get("/slow")));
        stub.answers("/quick", 200, "there");
        assertThat(http.send(BETA, get("/quick")).body()).isEqualTo("there");
        release.countDown();
        assertThat(calls).allSatisfy(call -> assertThat(call.join().status()).isEqualTo(200));
        assertThat(http.send(ACME, get("/quick")).status()).isEqualTo(200);
    }

    @Test
    void saysThatNobodyAnswers() {
        assertProblem(
                Problem.UNAVAILABLE,
                "http.unknown-host",
                () -> http.send(ACME, HttpCall.get(URI.create("http://nowhere.example/"), Map.of())));
        stub.on("/broken", exchange -> exchange.close());
        assertProblem(Problem.UNAVAILABLE, "http.unreachable", () -> http.send(ACME, get("/broken")));
    }

    @Test
    void refusesACallThatIsNone() {
        var uri = URI.create("http://crm.example/");
        assertInvalid("/method", new HttpCall("TRACE", uri, Map.of(), Optional.empty(), Duration.ofSeconds(1)));
        assertInvalid("/uri", HttpCall.get(URI.create("file:///etc/passwd"), Map.of()));
        assertInvalid("/uri", HttpCall.get(URI.create("/relative"), Map.of()));
        assertInvalid("/uri", HttpCall.get(URI.create("http://127.1/"), Map.of()));
        assertInvalid("/uri", HttpCall.get(URI.create("http://user:pw@crm.example/"), Map.of()));
        assertInvalid("/headers/Host", HttpCall.get(uri, Map.of("Host", "x")));
        assertInvalid("/headers/X-A", HttpCall.get(uri, Map.of("X-A", "b\r\nX-C: d")));
        assertInvalid("/headers/XA", HttpCall.get(uri, Map.of("X A", "b")));
        assertInvalid("/body", HttpCall.postJson(uri, Map.of(), "x".repeat(CallRules.MAX_BODY + 1)));
        assertInvalid("/body", new HttpCall("GET", uri, Map.of(), Optional.of("x"), Duration.ofSeconds(1)));
        assertInvalid("/timeout", new HttpCall("GET", uri, Map.of(), Optional.empty(), Duration.ofSeconds(61)));
    }

    private void assertInvalid(String pointer, HttpCall call) {
        assertThatThrownBy(() -> http.send(ACME, call)).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.INVALID);
            assertThat(e.errors().get(0).pointer()).isEqualTo(pointer);
        });
    }

    @Test
    void saysWhereElseOneMayConnect() {
        assertThat(http.find("crm.example", stub.port()))
                .extracting(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1");
        assertProblem(Problem.FORBIDDEN, "http.address", () -> http.find("crm.example", stub.port() + 1));
        assertProblem(Problem.FORBIDDEN, "http.address", () -> http.find("meta.example", 636));
        assertProblem(Problem.UNAVAILABLE, "http.unknown-host", () -> http.find("nowhere.example", 636));
    }

    private HttpCall get(String path) {
        return HttpCall.get(stub.uri("crm.example", path), Map.of());
    }

    private static void assertProblem(Problem problem, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.problem()).isEqualTo(problem);
        });
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Config(String allow) implements HttpConfig {

        @Override
        public int requestsPerPortal() {
            return 2;
        }

        @Override
        public int requestsAtOnce() {
            return 64;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpConfig.class;
        }
    }
}
