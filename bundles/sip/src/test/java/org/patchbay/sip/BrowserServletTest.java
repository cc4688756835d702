package org.patchbay.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.peer.TestNeighbours;
import org.patchbay.sip.peer.TestServer;
import org.patchbay.testing.Patience;

/** Browsers by WebSocket. */
class BrowserServletTest {

    private static final String REGISTER =
            """
            REGISTER sip:one.example SIP/2.0
            Via: SIP/2.0/WS df7jal23ls0d.invalid;branch=z9hG4bK%d
            From: <sip:100@one.example>;tag=1
            To: <sip:100@one.example>
            Call-ID: browser
            CSeq: %d REGISTER
            Max-Forwards: 70
            Supported: path, outbound
            Contact: <sip:abc@df7jal23ls0d.invalid;transport=ws>;reg-id=1;+sip.instance="<urn:uuid:1>"
            %sContent-Length: 0

            """
                    .replace("\n", "\r\n");

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private static final String OFFER =
            """
            v=0
            o=- 1 1 IN IP4 127.0.0.1
            s=-
            c=IN IP4 127.0.0.1
            t=0 0
            m=audio 4000 RTP/AVP 0
            """
                    .replace("\n", "\r\n");

    private final TestServer server = new TestServer();
    private final Server web = new Server(0);
    private final Semaphore pings = new Semaphore(0);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @BeforeEach
    void open() throws Exception {
        var context = new ServletContextHandler();
        context.addServlet(
                new ServletHolder(new BrowserServlet(() -> Optional.of(server.server), PATIENCE)), "/api/v1/sip");
        web.setHandler(context);
        web.start();
    }

    @AfterEach
    void close() throws Exception {
        web.stop();
        server.close();
    }

    private WebSocket socket(String protocol, String origin) {
        int port = ((ServerConnector) web.getConnectors()[0]).getLocalPort();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols(protocol)
                .header("Origin", origin)
                .buildAsync(URI.create("ws://localhost:" + port + "/api/v1/sip"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                        heard.add(data.toString());
                        socket.request(1);
                        return null;
                    }

                    @Override
                    public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
                        pings.release();
                        socket.request(1);
                        return null;
                    }
                })
                .join();
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(heard.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElse("nothing");
    }

    @Test
    void aBrowserRegistersAndIsForgottenWithItsConnection() throws Exception {
        WebSocket browser = register(1);
        assertThat(server.news.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("added 100");
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                .extracting(Registration::transport)
                .containsExactly("WS");
        browser.abort();
        assertThat(server.news.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("removed 100");
    }

    private WebSocket register(int number) throws Exception {
        WebSocket browser = knock(number);
        assertThat(next()).startsWith("SIP/2.0 200").contains("Require: outbound");
        return browser;
    }

    /** Sends the right password; the answer is still to come. */
    private WebSocket knock(int number) throws Exception {
        WebSocket browser = socket("sip", "https://localhost");
        browser.sendText(REGISTER.formatted(number, number, ""), true).join();
        String challenge = next();
        assertThat(challenge).startsWith("SIP/2.0 401");
        assertThat(challenge.lines().filter(line -> line.startsWith("WWW-Authenticate")))
                .as("libraries of browsers know MD5 alone, and which of several challenges they look at differs")
                .singleElement()
                .asString()
                .contains("algorithm=MD5");
        var offered = new Headers();
        challenge
                .lines()
                .filter(line -> line.startsWith("WWW-Authenticate"))
                .forEach(line -> offered.add(HeaderName.WWW_AUTHENTICATE, line.split(": ", 2)[1]));
        String answer = new Credentials("100", "pw100")
                .answer(new SipResponse(401, "", offered), "REGISTER", "sip:one.example")
                .orElseThrow()
                .value();
        browser.sendText(REGISTER.formatted(number + 1, number + 1, "Authorization: " + answer + "\r\n"), true)
                .join();
        return browser;
    }

    /** A call to the browser, which took it. */
    private Leg call(WebSocket browser) throws Exception {
        server.news.clear();
        Registration registration =
                server.server.registrations(TestNeighbours.ONE, "account-100").get(0);
        Leg leg = server.server.invite(
                TestNeighbours.ONE,
                new LegTarget.Device(registration.id()),
                new Invitation(
                        OFFER,
                        new Party("101", "One"),
                        new Party("100", ""),
                        false,
                        Invitation.Ring.INTERNAL,
                        List.of()),
                reason -> {});
        String invite = next();
        assertThat(invite).startsWith("INVITE sip:abc@df7jal23ls0d.invalid");
        String echoed = invite.lines()
                .filter(line -> line.matches("(Via|From|Call-ID|CSeq): .*"))
                .collect(Collectors.joining("\r\n"));
        String to = invite.lines()
                .filter(line -> line.startsWith("To:"))
                .findFirst()
                .orElseThrow();
        browser.sendText(
                        "SIP/2.0 200 OK\r\n" + echoed + "\r\n" + to + ";tag=b\r\n"
                                + "Contact: <sip:abc@df7jal23ls0d.invalid;transport=ws>\r\n"
                                + "Content-Type: application/sdp\r\nContent-Length: " + OFFER.length() + "\r\n\r\n"
                                + OFFER,
                        true)
                .join();
        assertThat(next()).startsWith("ACK ");
        return leg;
    }

    @Test
    void aCallEndsByTheConnectionThatTookThePlaceOfItsOwn() throws Exception {
        WebSocket first = register(1);
        Leg leg = call(first);
        first.abort();
        assertThat(server.news.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("removed 100");
        register(3);
        leg.end(LegEnd.hungUp());
        assertThat(next()).startsWith("BYE sip:abc@df7jal23ls0d.invalid");
    }

    @Test
    void whatABrowserMissedWaitsUntilItIsBack() throws Exception {
        WebSocket first = register(1);
        Leg leg = call(first);
        first.abort();
        assertThat(server.news.poll(Patience.SECONDS, TimeUnit.SECONDS)).isEqualTo("removed 100");
        leg.end(LegEnd.hungUp());
        knock(3);
        assertThat(List.of(next(), next()))
                .anyMatch(message -> message.startsWith("SIP/2.0 200"))
                .anyMatch(message -> message.startsWith("BYE sip:abc@df7jal23ls0d.invalid"));
    }

    @Test
    void aConnectionThatRestsIsKept() throws Exception {
        register(1);
        // One comes in a third of the time, so these are more than all of it.
        assertThat(pings.tryAcquire(4, Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(server.server.registrations(TestNeighbours.ONE, "account-100"))
                .hasSize(1);
    }

    @Test
    void anotherPageAndAnotherProtocolAreRefused() {
        assertThatThrownBy(() -> socket("sip", "https://elsewhere.example"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> socket("chat", "https://localhost")).isInstanceOf(CompletionException.class);
    }
}
