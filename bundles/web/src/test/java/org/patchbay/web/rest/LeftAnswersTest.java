package org.patchbay.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.web.entry.EntryFilter;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.fake.FakeAccess;
import org.patchbay.web.fake.FakePortals;
import org.patchbay.web.fake.FakeSessions;
import org.patchbay.web.fake.WebServer;

/** Clients that leave in the middle of an answer are no news; faults of the server are. */
class LeftAnswersTest {

    private static final int LARGE = 32 * 1024 * 1024;

    private final Semaphore ended = new Semaphore(0);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final ResourceDirectory directory = new ResourceDirectory();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final ApiServlet api =
            new ApiServlet(directory, new FakeAccess(), new FakeSessions(), cluster.node("one"), Configs.plain());
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        directory.replace(List.of(new LargeResource()));
        server = new WebServer(new EntryFilter(new FakePortals(), Configs.plain()), Map.of("/api/*", new Counted()));
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() throws Exception {
        System.setErr(before);
        server.close();
        api.close();
        cluster.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "stream", "late"})
    void whoLeavesIsNoNews(String what) throws Exception {
        try (var client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            // So that the server's side is reset at once.
            client.setSoLinger(true, 0);
            String request = "GET /api/v1/large/" + what + " HTTP/1.1\r\nHost: " + FakePortals.ACME.host() + ":"
                    + server.port() + "\r\n\r\n";
            client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (!what.equals("late")) {
                assertThat(client.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            } else {
                assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }
        gone.countDown();
        assertThat(ended.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
        assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain("ERROR", "WARN", "Fault");
    }

    private final CountDownLatch started = new CountDownLatch(1);

    @Test
    void aFaultOfTheServerIsTold() throws Exception {
        var reply = server.call("GET", "/api/v1/large/broken").send();
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(logged.toString(StandardCharsets.UTF_8)).contains("ERROR", "the disk broke");
    }

    /** The servlet, which says when a request is over. */
    private final class Counted extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        public void init() throws ServletException {
            api.init(getServletConfig());
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException {
            try {
                api.service(request, response);
            } catch (java.io.IOException e) {
                throw new ServletException(e);
            } finally {
                ended.release();
            }
        }
    }

    /** Answers more than fits between two machines. */
    @Path("large")
    @Produces(MediaType.APPLICATION_JSON)
    public final class LargeResource implements RestResource {

        @GET
        @Path("text")
        @Requires(Right.ANYONE)
        public Map<String, String> text() {
            return Map.of("text", "x".repeat(LARGE));
        }

        @GET
        @Path("stream")
        @Produces(MediaType.APPLICATION_OCTET_STREAM)
        @Requires(Right.ANYONE)
        public InputStream stream() {
            return new ByteArrayInputStream(new byte[LARGE]);
        }

        @GET
        @Path("late")
        @Requires(Right.ANYONE)
        public Map<String, String> late() throws InterruptedException {
            started.countDown();
            gone.await();
            return Map.of("text", "x".repeat(LARGE));
        }

        @GET
        @Path("broken")
        @Requires(Right.ANYONE)
        public Broken broken() {
            return new Broken("x");
        }
    }

    /** Cannot be written. */
    public record Broken(String text) {
        @Override
        public String text() {
            throw new IllegalStateException("the disk broke");
        }
    }
}
