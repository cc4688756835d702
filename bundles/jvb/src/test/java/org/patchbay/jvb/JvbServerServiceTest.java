package org.patchbay.jvb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.jvb.rest.JvbServerResource;
import org.patchbay.jvb.store.InMemoryJvbServerStore;
import org.patchbay.jvb.store.JvbServerStore;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.http.LoopbackTrustedHttp;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.media.JvbStub;
import org.patchbay.testing.media.PaperBridge;
import org.patchbay.testing.store.InMemoryUnitOfWork;

class JvbServerServiceTest {

    private static final Timing TIMING =
            new Timing(Duration.ofSeconds(10), Duration.ofMillis(200), Duration.ofSeconds(10));
    private static final Caller ROOT = Callers.root();

    private final InMemoryUnitOfWork work = new InMemoryUnitOfWork();
    private final InMemoryEvents events = new InMemoryEvents(work, new JvbEvents());
    private final InMemoryAudit audit = new InMemoryAudit();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final JvbServerStore store = new InMemoryJvbServerStore();
    private final List<MediaBridge> bridges = new CopyOnWriteArrayList<>();
    private final LoopbackTrustedHttp http = new LoopbackTrustedHttp();
    private final JvbStub stub = stub();
    private final JvbFleet fleet = fleet();
    private final JvbServerService service =
            new JvbServerService(store, fleet, new JvbTrial(http), events, audit, work);
    private final JvbServerResource resource = new JvbServerResource(service);

    private static JvbStub stub() {
        try {
            return new JvbStub(new PaperBridge());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private RelayAlarm alarm() {
        return new RelayAlarm(events, work);
    }

    private JvbFleet fleet() {
        return new JvbFleet(store, work, http, cluster.node("a"), TIMING, Optional::empty, alarm(), bridge -> {
            bridges.add(bridge);
            return () -> bridges.remove(bridge);
        });
    }

    @AfterEach
    void stop() throws IOException {
        fleet.stop();
        stub.close();
        cluster.close();
    }

    @Test
    void aServerThatIsAddedIsABridge() {
        JvbServer added = service.add(draft("frankfurt", stub.url().toString()), ROOT);
        await().untilAsserted(() -> {
            assertThat(bridges).extracting(MediaBridge::name).containsExactly("frankfurt");
            assertThat(bridges.get(0).stats().state()).isEqualTo(BridgeState.UP);
        });
        assertThat(bridges.get(0).profile().region()).isEqualTo("Frankfurt");
        assertThat(events.published(JvbEvents.ADDED)).hasSize(1);
        assertThat(audit.actions(PortalId.ROOT)).containsExactly("media-server.added");
        assertThat(service.list()).containsExactly(added);
    }

    @Test
    void aServerThatIsDisabledOrRemovedIsNone() {
        JvbServer added = service.add(draft("frankfurt", stub.url().toString()), ROOT);
        await().until(() -> bridges.size() == 1);
        var off = new JvbServerDraft(
                "frankfurt",
                stub.url().toString(),
                Optional.empty(),
                Optional.of(5),
                Optional.empty(),
                Optional.of(false));
        JvbServer changed = service.change(added.id(), 1, off, ROOT);
        await().until(bridges::isEmpty);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(problem(() -> service.change(added.id(), 1, off, ROOT)).problem())
                .isEqualTo(Problem.STALE);
        service.change(added.id(), 2, draft("frankfurt", stub.url().toString()), ROOT);
        await().until(() -> bridges.size() == 1);
        service.remove(added.id(), ROOT);
        await().until(bridges::isEmpty);
        assertThat(problem(() -> service.find(added.id())).problem()).isEqualTo(Problem.NOT_FOUND);
        assertThat(audit.actions(PortalId.ROOT))
                .containsExactly(
                        "media-server.added", "media-server.changed", "media-server.changed", "media-server.removed");
    }

    @Test
    void aServerWithAnotherAddressIsAnotherBridge() {
        JvbServer added = service.add(draft("frankfurt", "http://127.0.0.1:9"), ROOT);
        await().until(() -> bridges.size() == 1);
        MediaBridge before = bridges.get(0);
        service.change(added.id(), 1, draft("frankfurt", stub.url().toString()), ROOT);
        await().untilAsserted(() -> assertThat(bridges).hasSize(1).doesNotContain(before));
    }

    @Test
    void aNodeFollowsWhatAnotherChanged() {
        List<MediaBridge> elsewhere = new CopyOnWriteArrayList<>();
        var second = new JvbFleet(store, work, http, cluster.node("b"), TIMING, Optional::empty, alarm(), bridge -> {
            elsewhere.add(bridge);
            return () -> elsewhere.remove(bridge);
        });
        try {
            service.add(draft("frankfurt", stub.url().toString()), ROOT);
            await().until(() -> elsewhere.size() == 1 && bridges.size() == 1);
        } finally {
            second.stop();
        }
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void refusesANameTwice() {
        service.add(draft("frankfurt", "http://10.0.0.5:8080"), ROOT);
        var refused = problem(() -> service.add(draft("frankfurt", "http://10.0.0.6:8080"), ROOT));
        assertThat(refused.code()).isEqualTo("conflict");
        assertThat(refused.errors()).extracting(FieldError::code).containsExactly("jvb.name-taken");
    }

    @ParameterizedTest
    @CsvSource({
        "Frankfurt, http://10.0.0.5:8080, /name",
        "embedded, http://10.0.0.5:8080, /name",
        "a--b, http://10.0.0.5:8080, /name",
        "a, ftp://10.0.0.5, /url",
        "a, http://user@10.0.0.5, /url",
        "a, http://10.0.0.5/?x=1, /url",
        "a, http:///path, /url",
        "a, 10.0.0.5:8080, /url",
        "a, http://10.0.0.5:70000, /url"
    })
    void refusesWhatCannotBe(String name, String url, String pointer) {
        var refused = problem(() -> service.add(draft(name, url), ROOT));
        assertThat(refused.problem()).isEqualTo(Problem.INVALID);
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly(pointer);
    }

    @Test
    void refusesACapacityOrRegionThatCannotBe() {
        var draft = new JvbServerDraft(
                "a",
                "http://10.0.0.5",
                Optional.of("x".repeat(61)),
                Optional.of(-1),
                Optional.empty(),
                Optional.empty());
        var refused = problem(() -> service.add(draft, ROOT));
        assertThat(refused.errors()).extracting(FieldError::pointer).containsExactly("/region", "/capacity");
    }

    @Test
    @Tag("S1.30")
    void keepsNetworksAsTheyAreSpelled() {
        JvbServer added = service.add(near("a", "Frankfurt", " 10.1.2.3/16", "2001:DB8:0::/32", "10.1.0.0/16"), ROOT);
        assertThat(added.networks()).containsExactly("10.1.0.0/16", "2001:db8::/32");
        assertThat(audit.drafts(PortalId.ROOT)).singleElement().satisfies(draft -> assertThat(draft.after())
                .containsEntry("regionNetworks", "10.1.0.0/16, 2001:db8::/32"));
    }

    @Test
    @Tag("S1.30")
    void refusesNetworksThatCannotBeByTheirPlace() {
        var wrong = problem(() -> service.add(near("a", "Mainz", "10.1.0.0/16", "10.1", "fe80::/129", "::/0"), ROOT));
        assertThat(wrong.problem()).isEqualTo(Problem.INVALID);
        assertThat(wrong.errors()).extracting(FieldError::pointer).containsExactly("/networks/1", "/networks/2");
        assertThat(wrong.errors()).extracting(FieldError::code).containsOnly("jvb.network");
        String[] many =
                IntStream.range(0, 51).mapToObj(i -> "10." + i + ".0.0/16").toArray(String[]::new);
        assertThat(problem(() -> service.add(near("a", "Mainz", many), ROOT)).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/networks");
        assertThat(problem(() -> service.add(near("a", "", "10.1.0.0/16"), ROOT))
                        .errors())
                .extracting(FieldError::pointer)
                .containsExactly("/region");
    }

    @Test
    @Tag("S1.30")
    void aNetworkBelongsToOneRegion() {
        service.add(near("a", "Mainz", "10.1.0.0/16", "10.2.0.0/16"), ROOT);
        service.add(near("b", "mainz", "10.2.0.0/16"), ROOT);
        service.add(near("c", "Kiel", "10.2.1.0/24"), ROOT);
        var taken = problem(() -> service.add(near("d", "Kiel", "10.3.0.0/16", "10.2.0.0/16"), ROOT));
        assertThat(taken.problem()).isEqualTo(Problem.CONFLICT);
        assertThat(taken.errors()).extracting(FieldError::pointer).containsExactly("/networks/1");
        assertThat(taken.errors()).extracting(FieldError::code).containsExactly("jvb.network-taken");
    }

    /** Meetings on it go on. */
    @Test
    @Tag("S1.30")
    void otherNetworksAreTheSameBridge() {
        JvbServer added = service.add(near("frankfurt", "Mainz", "10.1.0.0/16"), ROOT);
        await().until(() -> bridges.size() == 1);
        MediaBridge before = bridges.get(0);
        assertThat(before.profile().networks()).containsExactly(Network.of("10.1.0.0/16"));
        service.change(added.id(), 1, near("frankfurt", "Mainz", "10.4.0.0/16", "::/0"), ROOT);
        await().untilAsserted(() ->
                assertThat(before.profile().networks()).containsExactly(Network.of("10.4.0.0/16"), Network.of("::/0")));
        assertThat(bridges).containsExactly(before);
    }

    @Test
    void triesAVideobridgeOut() throws IOException {
        assertThat(service.test(stub.url().toString())).isEqualTo(JvbCheck.good("JVB 2.3.stand-in"));
        assertThat(stub.conferences()).as("what the trial leaves behind").isZero();
        stub.healthy(false);
        JvbServer added = service.add(draft("frankfurt", stub.url().toString()), ROOT);
        JvbCheck ill = service.testOf(added.id());
        assertThat(ill.good()).isFalse();
        assertThat(ill.version()).contains("JVB 2.3.stand-in");
        assertThat(ill.code()).contains("jvb.unhealthy");
        stub.close();
        JvbCheck gone = service.test(stub.url().toString());
        assertThat(gone.code()).contains("jvb.unreachable");
        assertThat(gone.version()).isEmpty();
    }

    @Test
    void answersOverRestWithALocationAndATag() {
        var answer = resource.add(draft("frankfurt", "http://10.0.0.5:8080"), ROOT);
        var server = (JvbServer) answer.getEntity();
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getLocation()).hasToString("jitsi-videobridges/" + server.id());
        assertThat(answer.getHeaderString("ETag")).isEqualTo("\"1\"");
        assertThat(resource.get(server.id()).getEntity()).isEqualTo(server);
        assertThat(resource.list().items()).containsExactly(server);
        var changed = resource.change(server.id(), "\"1\"", draft("mainz", "http://10.0.0.5:8080"), ROOT);
        assertThat(changed.getHeaderString("ETag")).isEqualTo("\"2\"");
        assertThat(problem(() -> resource.change(server.id(), null, draft("mainz", "http://a"), ROOT))
                        .problem())
                .isEqualTo(Problem.INVALID);
        resource.remove(server.id(), ROOT);
        assertThat(resource.list().items()).isEmpty();
    }

    private static JvbServerDraft draft(String name, String url) {
        return new JvbServerDraft(
                name, url, Optional.of("Frankfurt"), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static JvbServerDraft near(String name, String region, String... networks) {
        return new JvbServerDraft(
                name,
                "http://127.0.0.1:9",
                Optional.of(region),
                Optional.empty(),
                Optional.of(List.of(networks)),
                Optional.empty());
    }

    private static PatchbayException problem(ThrowingCallable call) {
        return catchThrowableOfType(PatchbayException.class, call);
    }
}
