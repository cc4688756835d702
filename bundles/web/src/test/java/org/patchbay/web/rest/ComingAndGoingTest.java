package org.patchbay.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.Filter;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.patchbay.web.openapi.OpenApiServlet;

class ComingAndGoingTest {

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();
    private final ResourceDirectory directory = new ResourceDirectory();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final ApiServlet api =
            new ApiServlet(directory, new FakeAccess(), new FakeSessions(), cluster.node("one"), Configs.plain());
    private final HostResource host = new HostResource();
    private final SlowResource slow = new SlowResource();
    private WebServer server;

    @BeforeEach
    void start() throws Exception {
        directory.replace(List.of(host, slow));
        server = new WebServer(new EntryFilter(new FakePortals(), Configs.plain()), Map.of("/api/*", api));
    }

    @AfterEach
    void stop() throws Exception {
        release.countDown();
        server.close();
        api.close();
        cluster.close();
    }

    @Test
    void whoComesPastTheEntryIsToldToComeAgain() throws Exception {
        Filter none = (request, response, chain) -> chain.doFilter(request, response);
        var openApi = new OpenApiServlet(directory);
        try (var starting = new WebServer(none, Map.of("/api/*", api, "/api/openapi.json", openApi))) {
            for (var path : List.of("/api/v1/host", "/api/openapi.json")) {
                var reply = starting.call("GET", path).send();
                assertThat(reply.statusCode()).isEqualTo(503);
                assertThat(reply.headers().firstValue("Retry-After")).hasValue("1");
                assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            }
        }
    }

    @Test
    void whatMayStillComeIsNotSaidToBeMissing() throws Exception {
        directory.replace(List.of(slow));
        var early = get("/api/v1/portal");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(get("/api/v1/portals/none/notes").statusCode()).isEqualTo(503);
        release.countDown();
        assertThat(get("/api/v1/slow").statusCode()).isEqualTo(200);
        directory.replace(List.of(slow, host));
        assertThat(get("/api/v1/portal").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/portals/none/notes").statusCode()).isEqualTo(404);
        directory.replace(List.of(slow));
        assertThat(get("/api/v1/portal").statusCode()).isEqualTo(404);
    }

    @Test
    void letsARequestFinishWhoseResourceHasGone() throws Exception {
        var calls = List.of(inBackground("/api/v1/slow"), inBackground("/api/v1/slow"));
        await().until(() -> inside.get() == 2);
        directory.replace(List.of(host));
        assertThat(get("/api/v1/slow").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/portal").statusCode()).isEqualTo(200);
        release.countDown();
        assertThat(calls).allSatisfy(call -> assertThat(call.join().body()).isEqualTo("{\"done\":true}"));
        directory.replace(List.of(host, slow));
        assertThat(get("/api/v1/slow").statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotPublishWhatDoesNotSayWhatItRequires() throws Exception {
        directory.replace(List.of(host, new OpenDoor(), new HandedOn()));
        assertThat(get("/api/v1/door").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/handed/on").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/portal").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return server.call("GET", path).send();
    }

    private CompletableFuture<HttpResponse<String>> inBackground(String path) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return get(path);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    @Path("slow")
    @Produces(MediaType.APPLICATION_JSON)
    public final class SlowResource implements RestResource {

        @GET
        @Requires(Right.ANYONE)
        public Map<String, Boolean> get() throws InterruptedException {
            inside.incrementAndGet();
            release.await();
            return Map.of("done", true);
        }
    }

    @Path("door")
    public static final class OpenDoor implements RestResource {

        @GET
        public String get() {
            return "open";
        }
    }

    @Path("handed")
    public static final class HandedOn implements RestResource {

        @Path("on")
        public OpenDoor door() {
            return new OpenDoor();
        }
    }
}
