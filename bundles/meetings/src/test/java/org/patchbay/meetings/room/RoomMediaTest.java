package org.patchbay.meetings.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SsrcGroup;
import org.patchbay.spi.media.UploadLimits;

/** What of a room reaches the bridge. */
final class RoomMediaTest {

    private static final String HOST = "0000000a";
    private static final String GUEST = "0000000b";
    private static final Set<String> PRESENT = Set.of(HOST, GUEST);

    private final RecordingBridge bridge = new RecordingBridge();
    private final RoomMedia media = new RoomMedia(
            new BridgeDirectory(List.of(bridge)),
            PortalId.ROOT,
            "monday",
            new Sending(900, 1000, 540),
            heard -> {},
            freed -> {});

    @BeforeEach
    void offerBoth() {
        media.offer(HOST, Optional.empty());
        media.offer(GUEST, Optional.empty());
    }

    @Test
    void theBridgeIsToldHowMuchEachMaySend() {
        assertThat(bridge.options)
                .containsEntry(new EndpointId(GUEST), EndpointOptions.standard().within(new UploadLimits(900, 1000)));
    }

    @Test
    void aCameraInLayersReachesTheBridgeSmallestFirst() {
        var layers = List.of(
                new RoomCommand.SentLayer(11, 12),
                new RoomCommand.SentLayer(21, 22),
                new RoomCommand.SentLayer(31, 32));
        media.sources(
                HOST, List.of(new RoomCommand.SentTrack("1", "camera", 11, Optional.of(12L), Optional.of(layers))));

        assertThat(bridge.onlySource(HOST).orElseThrow().groups())
                .contains(
                        new SsrcGroup(SsrcGroup.Semantics.SIM, List.of(11L, 21L, 31L)),
                        SsrcGroup.fid(11, 12),
                        SsrcGroup.fid(31, 32));
    }

    private void see(RoomCommand.Shown onStage) {
        media.see(
                new RoomCommand.See(
                        GUEST,
                        List.of(HOST, "nobody"),
                        180,
                        Optional.of(9),
                        Optional.of(List.of(onStage)),
                        Optional.empty()),
                PRESENT::contains);
    }

    @Test
    void whatABrowserShowsReachesTheBridge() {
        see(new RoomCommand.Shown(HOST, "screen", 1080));

        var camera = new SourceId(HOST + "-v0");
        var screen = new SourceId(HOST + "-v1");
        assertThat(bridge.constraints.get(new EndpointId(GUEST)))
                .isEqualTo(new ReceiverConstraints(9, List.of(screen), 0, Map.of(camera, 180, screen, 1080)));
    }

    @Test
    void onlyPicturesAreShown() {
        for (String source : List.of("audio", "smell")) {
            assertThatThrownBy(() -> see(new RoomCommand.Shown(HOST, source, 180)))
                    .isInstanceOf(PatchbayException.class)
                    .hasMessageContaining("unknown source");
        }
    }
}
