package org.patchbay.meetings.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.meetings.Bridges;
import org.patchbay.meetings.room.RecordedEvents;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.meetings.server.ServerChoice.WhenDown;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.store.InMemoryUnitOfWork;

final class MediaServersTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final PortalId BOLT = new PortalId("018f0000-0000-7000-8000-00000000000b");
    private static final ServerChoice BERLIN = new ServerChoice(Optional.of("berlin"), WhenDown.REFUSE);

    private final RecordingBridge berlin = new RecordingBridge("berlin");
    private final InMemoryMediaServerStore store = new InMemoryMediaServerStore();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final BridgeDirectory bridges = new BridgeDirectory(List.of(berlin), store, cluster.node("one"));
    private final RecordedEvents events = new RecordedEvents();
    private final InMemoryAudit audit = new InMemoryAudit();
    private final MediaServers servers =
            new MediaServers(bridges, store, new InMemoryUnitOfWork(), events, audit, cluster.node("two"));

    @AfterEach
    void close() {
        cluster.close();
    }

    private ServerChoice choose(PortalId portal, ServerChoice choice) {
        return servers.choose(portal, choice, Callers.administrator(portal));
    }

    @Test
    void saysWhatEachServerIsAndHowItIsDoing() {
        berlin.load(0.25);
        assertThat(servers.list()).singleElement().satisfies(server -> {
            assertThat(server.name()).isEqualTo("berlin");
            assertThat(server.kind()).isEqualTo("recording");
            assertThat(server.region()).isEqualTo("Frankfurt");
            assertThat(server.capacity()).isEqualTo(100);
            assertThat(server.state()).isEqualTo(BridgeState.UP);
            assertThat(server.stats().load()).isEqualTo(0.25);
        });
        berlin.goDown();
        assertThat(servers.offered())
                .containsExactly(new MediaServers.Offered("berlin", "Frankfurt", BridgeState.DOWN, false));
    }

    @Test
    @Tag("S1.30")
    void aPortalChoosesForItselfAlone() {
        assertThat(servers.choice(ACME)).isEqualTo(ServerChoice.none());
        assertThat(choose(ACME, BERLIN)).isEqualTo(BERLIN);
        choose(ACME, BERLIN);

        assertThat(servers.choice(ACME)).isEqualTo(BERLIN);
        assertThat(servers.choice(BOLT)).isEqualTo(ServerChoice.none());
        assertThat(events.types()).containsExactly("media-server.chosen");
        assertThat(events.last("media-server.chosen").portal()).isEqualTo(ACME);
        assertThat(audit.drafts(ACME)).singleElement().satisfies(entry -> {
            assertThat(entry.before()).isEqualTo(Map.of("mediaServerDown", "FALLBACK"));
            assertThat(entry.after()).isEqualTo(Map.of("mediaServer", "berlin", "mediaServerDown", "REFUSE"));
        });
    }

    @Test
    @Tag("S1.30")
    void onlyAServerThatThereIsCanBeChosenButOneThatIsGoneIsKept() {
        var paris = new ServerChoice(Optional.of("paris"), WhenDown.FALLBACK);
        assertThatThrownBy(() -> choose(ACME, paris)).isInstanceOfSatisfying(PatchbayException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.INVALID);
            assertThat(refused.errors().get(0).pointer()).isEqualTo("/server");
        });
        choose(ACME, BERLIN);
        Bridges.replace(bridges, List.of());
        var fallback = new ServerChoice(Optional.of("berlin"), WhenDown.FALLBACK);
        assertThat(choose(ACME, fallback)).isEqualTo(fallback);
    }

    @Test
    @Tag("S1.32")
    void aNewChoiceHoldsAtOnceForMeetingsThatMoveOnEveryNode() {
        assertThat(bridges.choose(ACME, Set.of()).name()).isEqualTo("berlin");
        choose(ACME, BERLIN);
        berlin.goDown();
        await().untilAsserted(() -> assertThatThrownBy(() -> bridges.chooseAgain(ACME, Optional.empty(), Set.of()))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.code())
                        .isEqualTo("media.chosen-down")));
    }

    @Test
    void whatIsNotThereCannotBeEmptied() {
        assertThatThrownBy(() -> servers.drain("paris", true, Callers.root()))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.code())
                        .isEqualTo("media-server.unknown"));
    }

    @Test
    @Tag("S1.30")
    void thePortalsFileSaysIt() {
        var section = new MediaServerSection(servers);
        assertThat(section.read(ACME))
                .isEqualTo(new MediaServerSection.ChoiceText(Optional.empty(), WhenDown.FALLBACK));
        section.apply(
                ACME,
                new MediaServerSection.ChoiceText(Optional.of("berlin"), WhenDown.REFUSE),
                Callers.administrator(ACME));
        assertThat(servers.choice(ACME)).isEqualTo(BERLIN);
        assertThat(section.read(ACME))
                .isEqualTo(new MediaServerSection.ChoiceText(Optional.of("berlin"), WhenDown.REFUSE));
    }
}
