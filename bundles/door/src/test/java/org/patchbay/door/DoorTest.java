package org.patchbay.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String GET = "GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n";

    private static final long OWN_IDLE = 120_000;

    private final Server server = new Server();
    private final ServerConnector port = new ServerConnector(server, 1, 1);
    private final ContextHandlerCollection contexts = new ContextHandlerCollection();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<Socket> dripping = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        port.setHost("127.0.0.1");
        port.setIdleTimeout(60_000);
        server.addConnector(port);
        server.setHandler(contexts);
        server.insertHandler(new Door(PATIENCE));
        server.setErrorHandler(new PlainErrors());
        server.addBean(new HeaderPatience(server, PATIENCE));
        server.addBean(new AddressLimit(server, 3, ""));
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void answersThatItStartsAsLongAsNothingIsThere() throws Exception {
        assertThat(ask(connect(), GET.formatted("api/v1/health")))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1", "X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src")
                .endsWith("The server is starting\n");
        serve();
        assertThat(ask(connect(), GET.formatted("api/v1/health"))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void answersThatItStartsWhereTheContainerHasAnEmptyPlaceAlready() throws Exception {
        var context = new ServletContextHandler();
        contexts.addHandler(context);
        context.start();
        assertThat(ask(connect(), GET.formatted("api/v1/health")))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1", "X-Content-Type-Options: nosniff")
                .endsWith("The server is starting\n");
        context.setAvailable(false);
        assertThat(ask(connect(), GET.formatted("api/v1/health")))
                .startsWith("HTTP/1.1 503 ")
                .endsWith("The server is starting\n");
    }

    @Test
    @Tag("S0.51")
    void whoComesWhileAServletIsPutInPlaceIsToldToComeAgain() throws Exception {
        serve();
        assertThat(ask(connect(), GET.formatted("unplaced")))
                .startsWith("HTTP/1.1 503 ")
                .contains("Retry-After: 1")
                .endsWith("The server is starting\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"META-INF/x", "WEB-INF/x", "web-inf", "/META-INF/", "META-INF;x"})
    void handsOnWhatAContainerKeepsToItself(String path) throws Exception {
        serve();
        assertThat(ask(connect(), GET.formatted(path)))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("served");
    }

    @Test
    void answersInOneLineWhatIsNoRequest() throws Exception {
        serve();
        assertThat(ask(connect(), "GET / HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("X-Content-Type-Options: nosniff", "Content-Type: text/plain")
                .doesNotContain("<");
    }

    @Test
    void closesAConnectionThatSendsNothing() throws Exception {
        serve();
        Socket silent = connect();
        await().until(() -> isClosed(silent));
    }

    @Test
    void waitsForNoBodyThatFallsSilent() throws Exception {
        serve();
        Socket silent = connect();
        String post = "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n{";
        assertThat(ask(silent, post)).doesNotStartWith("HTTP/1.1 200 ");
        Socket resting = connect();
        assertThat(ask(resting, "POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void closesAConnectionWhoseHeadersComeByteByByte() throws Exception {
        serve();
        Socket slow = connect();
        await().until(() -> drips(slow));
        Socket later = connect();
        assertThat(ask(later, GET.formatted(""))).startsWith("HTTP/1.1 200 ");
        await().until(() -> drips(later));
    }

    @Test
    void leavesAConnectionAloneThatRests() throws Exception {
        serve();
        Socket resting = connect();
        assertThat(ask(resting, GET.formatted(""))).startsWith("HTTP/1.1 200 ");
        Socket silent = connect();
        await().until(() -> isClosed(silent));
        assertThat(ask(resting, GET.formatted(""))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void keepsWhatAWebSocketChoosesForItself() throws Exception {
        serve();
        Socket socket = connect();
        assertThat(ask(socket, GET.formatted("upgrade"))).startsWith("HTTP/1.1 200 ");
        assertThat(port.getConnectedEndPoints())
                .singleElement()
                .extracting(EndPoint::getIdleTimeout)
                .isEqualTo(OWN_IDLE);
    }

    @Test
    void boundsTheConnectionsOfOneAddress() throws Exception {
        serve();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(connect(), GET.formatted(""))).startsWith("HTTP/1.1 200 ");
        }
        Socket tooMany = connect();
        await().until(() -> isClosed(tooMany));
        assertThat(ask(sockets.get(0), GET.formatted(""))).startsWith("HTTP/1.1 200 ");
        sockets.get(1).close();
        await().until(() -> port.getConnectedEndPoints().size() == 2);
        assertThat(ask(connect(), GET.formatted(""))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void doesNotBoundProxies() throws Exception {
        server.stop();
        server.removeBean(server.getBean(AddressLimit.class));
        server.addBean(new AddressLimit(server, 3, "10.0.0.0/8, 127.0.0.0/8"));
        server.start();
        serve();
        for (int i = 0; i < 9; i++) {
            assertThat(ask(connect(), GET.formatted(""))).startsWith("HTTP/1.1 200 ");
        }
    }

    private void serve() throws Exception {
        ServletContextHandler context = new ServletContextHandler();
        context.setContextPath("/");
        context.addServlet(
                new ServletHolder(new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        if (request.getRequestURI().equals("/unplaced")) {
                            response.sendError(404);
                            return;
                        }
                        if (request.getRequestURI().equals("/upgrade")) {
                            Request.getBaseRequest(request)
                                    .getHttpChannel()
                                    .getEndPoint()
                                    .setIdleTimeout(OWN_IDLE);
                        }
                        response.getWriter().write("served");
                    }

                    @Override
                    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        request.getInputStream().readAllBytes();
                        response.getWriter().write("read");
                    }
                }),
                "/*");
        contexts.addHandler(context);
        context.start();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.getLocalPort());
        socket.setSoTimeout(30_000);
        sockets.add(socket);
        return socket;
    }

    private static String ask(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = new byte[8192];
        int length = 0;
        do {
            int read = socket.getInputStream().read(bytes, length, bytes.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        } while (!isWhole(new String(bytes, 0, length, StandardCharsets.UTF_8)));
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static boolean isWhole(String answer) {
        int body = answer.indexOf("\r\n\r\n");
        if (body < 0) {
            return false;
        }
        int at = answer.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(answer.substring(at + 16, answer.indexOf('\r', at)));
        return answer.length() >= body + 4 + length;
    }

    /** Sends one more byte of a header that never ends; answers whether the other side has had enough. */
    private boolean drips(Socket socket) throws IOException {
        try {
            if (!dripping.contains(socket)) {
                dripping.add(socket);
                socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.UTF_8));
            }
            socket.getOutputStream().write('x');
            return isClosed(socket);
        } catch (SocketException e) {
            return true;
        }
    }

    private static boolean isClosed(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        try {
            return socket.getInputStream().read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        } finally {
            socket.setSoTimeout(30_000);
        }
    }
}
