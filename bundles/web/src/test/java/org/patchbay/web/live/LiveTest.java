package org.patchbay.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.identity.Right;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.fake.FakeAccess;
import org.patchbay.web.fake.FakePortals;
import org.patchbay.web.fake.FakeSessions;
import org.patchbay.web.fake.WebServer;

class LiveTest {

    private final FakeSessions sessions = new FakeSessions();
    private final ChannelDirectory directory = new ChannelDirectory();
    private final EchoChannel events = new EchoChannel("events", Right.SEE_EVENTS);
    private final EchoChannel meeting = new EchoChannel("meeting", Right.TAKE_PART);
    private LiveServlet live;
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        var config = Configs.with(Map.of("liveSocketsPerSession", 3, "liveIdleSeconds", 1));
        directory.replace(List.of(events, meeting));
        live = new LiveServlet(directory, new FakeAccess(), sessions, config);
        server = new WebServer(new EntryFilter(new FakePortals(), config), Map.of("/api/v1/live", live));
        sessions.member(FakePortals.ACME.id(), "ada", "SEE_EVENTS", "TAKE_PART");
        sessions.member(FakePortals.ACME.id(), "joe");
        sessions.member(FakePortals.BETA.id(), "bea", "SEE_EVENTS");
        sessions.guest(FakePortals.ACME.id(), "m1", "gus");
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        live.close();
    }

    private LiveClient client(String session) throws InterruptedException {
        return LiveClient.as(session, server.port()).greet(session);
    }

    @Test
    void carriesAChannelBothWays() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"open\":1,\"channel\":\"events\",\"with\":{\"type\":\"meeting.*\"}}");
            assertThat(client.next()).isEqualTo("{\"opened\":1}");
            assertThat(client.next()).isEqualTo("{\"on\":1,\"data\":{\"early\":true}}");
            client.say("{\"on\":1,\"data\":{\"n\":1}}").say("{\"on\":1,\"data\":{\"n\":2}}");
            assertThat(client.next()).isEqualTo("{\"on\":1,\"data\":{\"n\":1}}");
            assertThat(client.next()).isEqualTo("{\"on\":1,\"data\":{\"n\":2}}");
            client.say("{\"close\":1}");
            assertThat(client.next()).isEqualTo("{\"closed\":1}");
            assertThat(events.left).hasValue(1);
            assertThat(events.openings)
                    .containsExactly("Member in " + FakePortals.ACME.id() + " with {\"type\":\"meeting.*\"}");
        }
    }

    @Test
    void answersAPing() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"ping\":\"x\"}");
            assertThat(client.next()).isEqualTo("{\"pong\":\"x\"}");
        }
    }

    @Test
    void letsTheSliceCloseAChannelAndTheSocketStays() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"open\":7,\"channel\":\"events\"}");
            assertThat(client.next()).isEqualTo("{\"opened\":7}");
            client.next();
            client.say("{\"on\":7,\"data\":{\"finish\":1}}");
            assertThat(client.next()).contains("\"closed\":7").contains("\"reason\":\"finished\"");
            client.say("{\"on\":7,\"data\":{}}");
            assertThat(client.next()).contains("\"code\":\"live.closed\"").endsWith("\"on\":7}");
            client.say("{\"open\":7,\"channel\":\"events\"}");
            assertThat(client.next()).isEqualTo("{\"opened\":7}");
        }
    }

    @Test
    void leavesEveryChannelWhenTheClientGoes() throws Exception {
        var client = client("ada");
        client.say("{\"open\":1,\"channel\":\"events\"}").say("{\"open\":2,\"channel\":\"events\"}");
        await().until(() -> events.openings.size() == 2);
        client.close();
        await().until(() -> events.left.get() == 2);
    }

    @Test
    void asksForTheGreetingFirst() throws Exception {
        try (var client = LiveClient.as("ada", server.port())) {
            client.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(client.next()).contains("\"code\":\"live.hello\"");
            client.say("{\"hello\":{\"csrfToken\":\"csrf-joe\"}}");
            assertThat(client.next()).contains("\"code\":\"csrf.invalid\"");
            client.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(client.next()).contains("\"code\":\"live.hello\"");
            assertThat(events.openings).isEmpty();
        }
    }

    @Test
    void asksForTheRightOfAChannel() throws Exception {
        try (var joe = client("joe")) {
            joe.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(joe.next()).contains("\"status\":403").endsWith("\"on\":1}");
        }
        try (var ada = client("ada")) {
            ada.say("{\"open\":1,\"channel\":\"events\",\"portal\":\"" + FakePortals.BETA.id() + "\"}");
            assertThat(ada.next()).contains("\"status\":404");
            ada.say("{\"open\":1,\"channel\":\"nothing\"}");
            assertThat(ada.next()).contains("\"code\":\"live.channel\"");
        }
        assertThat(events.openings).isEmpty();
    }

    @Test
    void letsAGuestIntoTheOwnMeetingOnly() throws Exception {
        try (var gus = client("gus")) {
            gus.say("{\"open\":1,\"channel\":\"meeting\",\"with\":{\"meeting\":\"m2\"}}");
            assertThat(gus.next()).contains("\"status\":403");
            gus.say("{\"open\":1,\"channel\":\"meeting\"}");
            assertThat(gus.next()).contains("\"status\":403");
            gus.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(gus.next()).contains("\"status\":403");
            gus.say("{\"open\":1,\"channel\":\"meeting\",\"with\":{\"meeting\":\"m1\"}}");
            assertThat(gus.next()).isEqualTo("{\"opened\":1}");
        }
    }

    @Test
    void tellsWhyASliceRefuses() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"open\":1,\"channel\":\"events\",\"with\":{\"refuse\":true}}");
            assertThat(client.next()).contains("\"code\":\"echo.refused\"").endsWith("\"on\":1}");
            client.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(client.next()).isEqualTo("{\"opened\":1}");
            client.next();
            client.say("{\"on\":1,\"data\":{\"break\":1}}");
            assertThat(client.next()).contains("\"code\":\"internal\"").doesNotContain("secret reason");
            client.say("{\"on\":1,\"data\":{\"still\":\"open\"}}");
            assertThat(client.next()).contains("still");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "null",
                "{}",
                "{\"open\":\"1\",\"channel\":\"events\"}",
                "{\"open\":1}",
                "{\"open\":0,\"channel\":\"events\"}",
                "{\"on\":1}",
                "{\"close\":1,\"ping\":\"x\"}",
                "{\"what\":1}",
                "{\"open\":1,\"channel\":\"events\",\"with\":[]}",
                "{\"on\":1,\"data\":5}",
                "{\"channel\":\"events\",\"ping\":\"x\"}"
            })
    void saysWhatIsWrongAndEndsTheConnectionAfterSeveral(String garbage) throws Exception {
        try (var client = client("ada")) {
            for (var i = 0; i < Conversation.MAX_FAULTS; i++) {
                client.say(garbage);
                assertThat(client.next()).contains("\"status\":400");
            }
            assertThat(client.closing()).isEqualTo("1008 too-many-faults");
        }
    }

    @Test
    void boundsTheChannelsOfAConnection() throws Exception {
        try (var client = client("ada")) {
            for (var number = 1; number <= Conversation.MAX_CHANNELS; number++) {
                client.say("{\"open\":" + number + ",\"channel\":\"events\"}");
                assertThat(client.next()).isEqualTo("{\"opened\":" + number + "}");
                client.next();
            }
            client.say("{\"open\":99,\"channel\":\"events\"}");
            assertThat(client.next()).contains("\"code\":\"live.channels\"");
            client.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(client.next()).contains("\"code\":\"live.number\"");
        }
    }

    @Test
    void boundsAMessageAndTakesTextOnly() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"ping\":\"" + "x".repeat(70_000) + "\"}");
            assertThat(client.closing()).isEqualTo("1009 too-large");
        }
        try (var client = client("ada")) {
            client.socket.sendBinary(ByteBuffer.wrap(new byte[3]), true).join();
            assertThat(client.closing()).isEqualTo("1003 text-only");
        }
    }

    @Test
    void boundsTheConnectionsOfASession() throws Exception {
        var clients = Stream.generate(() -> LiveClient.as("ada", server.port()))
                .limit(3)
                .toList();
        assertThatThrownBy(() -> LiveClient.as("ada", server.port()))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        clients.get(0).close();
        await().untilAsserted(() -> LiveClient.as("ada", server.port()).close());
        clients.forEach(LiveClient::close);
    }

    @Test
    void refusesAConnectionWithoutSessionOrFromAnotherPage() throws Exception {
        assertRefused(LiveClient.builder(server.port(), "nobody"), 401);
        assertRefused(LiveClient.builder(server.port(), "bea"), 401);
        assertRefused(LiveClient.builder(server.port(), "ada", "http://beta.localhost"), 403);
        var plain = server.call("GET", "/api/v1/live").as("ada").send();
        assertThat(plain.statusCode()).isEqualTo(400);
        assertThat(plain.body()).contains("live.upgrade");
        var upgrade =
                server.call("GET", "/api/v1/live").host("other.example.com").send();
        assertThat(upgrade.statusCode()).isEqualTo(404);
    }

    private void assertRefused(WebSocket.Builder builder, int status) {
        assertThatThrownBy(() -> LiveClient.of(builder, server.port()))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    @Test
    void endsWithTheSession() throws Exception {
        try (var client = client("ada");
                var other = client("joe")) {
            client.say("{\"open\":1,\"channel\":\"events\"}");
            await().until(() -> events.openings.size() == 1);
            sessions.signOut(FakePortals.ACME.id(), "ada");
            assertThat(client.closing()).isEqualTo("1008 session-ended");
            await().until(() -> events.left.get() == 1);
            other.say("{\"ping\":\"still\"}");
            assertThat(other.next()).contains("still");
        }
    }

    @Test
    @Tag("X.02")
    void endsWithinFiveSecondsOfASessionThatLapses() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"open\":1,\"channel\":\"events\"}");
            await().until(() -> events.openings.size() == 1);
            var since = Instant.now();

            sessions.lapse("ada");

            assertThat(client.closing()).isEqualTo("1008 session-ended");
            assertThat(since).isAfter(Instant.now().minusSeconds(5));
        }
    }

    @Test
    void givesUpAClientThatDoesNotRead() throws Exception {
        try (var client = LiveClient.deaf("ada", server.port()).greet("ada")) {
            client.say("{\"open\":1,\"channel\":\"events\"}");
            await().until(() -> events.sinks.size() == 1);
            var large = "{\"x\":\"" + "x".repeat(60_000) + "\"}";
            await().until(() -> {
                events.sinks.get(0).send(large);
                return events.left.get() == 1;
            });
        }
    }

    @Test
    void closesAChannelWhoseSliceHasGone() throws Exception {
        try (var client = client("ada")) {
            client.say("{\"open\":1,\"channel\":\"events\"}");
            assertThat(client.next()).isEqualTo("{\"opened\":1}");
            client.next();
            directory.replace(List.of(meeting));
            assertThat(client.next()).contains("\"closed\":1").contains("\"reason\":\"gone\"");
        }
    }

    @Test
    void givesUpAClientThatIsSilentForTooLong() throws Exception {
        var host = FakePortals.ACME.host() + ":" + server.port();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(40_000);
            socket.getOutputStream()
                    .write(("GET /api/v1/live HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                                    + "\r\nCookie: __Host-patchbay=secret-ada\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var heard = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(heard).startsWith("HTTP/1.1 101").contains("\u0089");
        }
    }
}
