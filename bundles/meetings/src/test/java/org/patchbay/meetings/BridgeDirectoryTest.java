package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.meetings.room.RecordingBridge;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerChoice.WhenDown;
import org.patchbay.meetings.server.ServerNote;
import org.patchbay.meetings.store.InMemoryMediaServerStore;
import org.patchbay.testing.cluster.InMemoryCluster;

final class BridgeDirectoryTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final PortalId BOLT = new PortalId("018f0000-0000-7000-8000-00000000000b");

    private final RecordingBridge berlin = new RecordingBridge("berlin");
    private final RecordingBridge madrid = new RecordingBridge("madrid");
    private final InMemoryMediaServerStore store = new InMemoryMediaServerStore();
    private final InMemoryCluster cluster = new InMemoryCluster();
    private final BridgeDirectory directory = new BridgeDirectory(List.of(berlin, madrid), store, cluster.node("one"));

    @BeforeEach
    void berlinIsBusier() {
        berlin.load(0.6);
        madrid.load(0.2);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private String chosen(PortalId portal) {
        return directory.choose(portal, Set.of()).name();
    }

    private void refused(String code, Map<String, String> params) {
        assertThatThrownBy(() -> chosen(ACME)).isInstanceOfSatisfying(PatchbayException.class, refused -> {
            assertThat(refused.problem()).isEqualTo(Problem.UNAVAILABLE);
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.params()).isEqualTo(params);
        });
    }

    private void pin(WhenDown whenDown) {
        store.choose(ACME, new ServerChoice(Optional.of("berlin"), whenDown));
    }

    private void drain(String server) {
        store.change(server, note -> new ServerNote(server, true, false, Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("S1.31")
    void withoutAChoiceTheLeastUsedIsTaken() {
        assertThat(chosen(ACME)).isEqualTo("madrid");
        madrid.load(0.9);
        assertThat(chosen(ACME)).isEqualTo("berlin");
    }

    @Test
    @Tag("S1.31")
    void oneThatIsFullDownOrEmptiedIsNotTaken() {
        madrid.load(1);
        madrid.goDown();
        assertThat(chosen(ACME)).as("full").isEqualTo("berlin");
        madrid.load(0);
        assertThat(chosen(ACME)).as("down").isEqualTo("berlin");
        madrid.comeUp();
        drain("madrid");
        assertThat(chosen(ACME)).as("emptied").isEqualTo("berlin");
        drain("berlin");
        refused("media.unavailable", Map.of());
    }

    @Test
    @Tag("S1.32")
    void theChosenOneIsKeptToByThatPortalAlone() {
        pin(WhenDown.FALLBACK);
        assertThat(chosen(ACME)).isEqualTo("berlin");
        assertThat(chosen(BOLT)).isEqualTo("madrid");
    }

    @Test
    @Tag("S1.33")
    void whenTheChosenOneIsDownAnotherOneIsTaken() {
        pin(WhenDown.FALLBACK);
        berlin.goDown();
        assertThat(chosen(ACME)).isEqualTo("madrid");
        berlin.comeUp();
        assertThat(chosen(ACME)).isEqualTo("berlin");
        drain("berlin");
        assertThat(chosen(ACME)).isEqualTo("madrid");
    }

    @Test
    @Tag("S1.33")
    void whenTheChosenOneIsDownThePortalMayRatherRefuse() {
        pin(WhenDown.REFUSE);
        assertThat(chosen(ACME)).isEqualTo("berlin");
        berlin.goDown();
        refused("media.chosen-down", Map.of("server", "berlin"));
        assertThat(chosen(BOLT)).isEqualTo("madrid");
    }

    @Test
    @Tag("S1.33")
    void aChosenOneThatIsGoneIsDown() {
        store.choose(ACME, new ServerChoice(Optional.of("paris"), WhenDown.REFUSE));
        refused("media.chosen-down", Map.of("server", "paris"));
    }

    @Test
    void whileTheDatabaseIsAwayItsLastAnswerHolds() {
        pin(WhenDown.FALLBACK);
        assertThat(chosen(ACME)).isEqualTo("berlin");
        store.away(true);
        assertThat(chosen(ACME)).isEqualTo("berlin");
        assertThat(chosen(BOLT)).isEqualTo("madrid");
        store.away(false);
        drain("berlin");
        assertThat(chosen(ACME)).isEqualTo("madrid");
        store.away(true);
        assertThat(chosen(ACME)).isEqualTo("madrid");
    }
}
