package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;

class SourceSelectionTest {

    private final List<Endpoint> ranking = new ArrayList<>();
    private final Endpoint receiver = endpoint("aaaa0000", new EndpointOptions(2, 3), false);

    private Endpoint endpoint(String name, EndpointOptions options, boolean shares) {
        var id = new EndpointId(name);
        var endpoint = new Endpoint(id, options, new CountingTransport(), new ForwardingCounters(), 0);
        long ssrc = 1 + 100L * ranking.size();
        List<Source> sources = new ArrayList<>();
        sources.add(Source.audio(id, ssrc));
        sources.add(Source.camera(id, ssrc + 1, ssrc + 2));
        if (shares) {
            sources.add(Source.desktop(id, ssrc + 3, ssrc + 4));
        }
        endpoint.ingress().replace(sources);
        ranking.add(endpoint);
        return endpoint;
    }

    private List<String> pictures(ReceiverConstraints constraints) {
        receiver.constraints(constraints);
        return SourceSelection.pictures(receiver, ranking).stream()
                .map(track -> track.source().id().value())
                .toList();
    }

    private static SourceId camera(String name) {
        return SourceId.of(new EndpointId(name), SourceKind.CAMERA);
    }

    @Test
    void takesTheVoicesOfThoseWhoSpokeLast() {
        endpoint("aaaa0001", EndpointOptions.standard(), false);
        endpoint("aaaa0002", EndpointOptions.standard(), false);
        endpoint("aaaa0003", EndpointOptions.standard(), false);
        assertThat(SourceSelection.voices(receiver, ranking))
                .extracting(track -> track.source().id().value())
                .containsExactly("aaaa0001-a0", "aaaa0002-a0");
    }

    @Test
    void putsTheStageThenScreensThenCameras() {
        endpoint("aaaa0001", EndpointOptions.standard(), false);
        endpoint("aaaa0002", EndpointOptions.standard(), true);
        endpoint("aaaa0003", EndpointOptions.standard(), false);
        assertThat(pictures(ReceiverConstraints.everything()))
                .containsExactly("aaaa0002-v1", "aaaa0001-v0", "aaaa0002-v0");
        assertThat(pictures(new ReceiverConstraints(2, List.of(camera("aaaa0003")), 720, Map.of())))
                .containsExactly("aaaa0003-v0", "aaaa0002-v1");
    }

    @Test
    void leavesOutWhatNobodyWants() {
        endpoint("aaaa0001", EndpointOptions.standard(), false);
        endpoint("aaaa0002", EndpointOptions.standard(), false);
        assertThat(pictures(new ReceiverConstraints(-1, List.of(), 720, Map.of(camera("aaaa0001"), 0))))
                .containsExactly("aaaa0002-v0");
        assertThat(pictures(new ReceiverConstraints(-1, List.of(), 0, Map.of(camera("aaaa0001"), 180))))
                .containsExactly("aaaa0001-v0");
        assertThat(pictures(new ReceiverConstraints(0, List.of(), 720, Map.of())))
                .isEmpty();
    }

    @Test
    void keepsASourceOnItsMidWhateverTheOrder() {
        Endpoint first = endpoint("aaaa0001", EndpointOptions.standard(), false);
        Endpoint second = endpoint("aaaa0002", EndpointOptions.standard(), false);
        receiver.egress().carry(SourceSelection.voices(receiver, ranking), List.of(), 0);
        Map<String, SourceId> before = receiver.egress().sourceByMid();
        boolean changed =
                receiver.egress().carry(SourceSelection.voices(receiver, List.of(second, first)), List.of(), 0);
        assertThat(changed).isFalse();
        assertThat(receiver.egress().sourceByMid()).isEqualTo(before).hasSize(2);
    }
}
