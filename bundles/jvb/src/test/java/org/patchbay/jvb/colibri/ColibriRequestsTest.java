package org.patchbay.jvb.colibri;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;

/** What is sent is what a real videobridge took, and what it answered is understood. */
class ColibriRequestsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EndpointId ENDPOINT = new EndpointId("ep000000");

    @Test
    void tellsSourcesAsRecorded() throws Exception {
        var sources = List.of(
                Source.audio(ENDPOINT, 91172830),
                Source.simulcast(
                        ENDPOINT,
                        List.of(
                                SsrcGroup.fid(1009174621, 777513168),
                                SsrcGroup.fid(391803139, 2703698354L),
                                SsrcGroup.fid(1030537100, 3662117231L))),
                Source.desktop(ENDPOINT, 2633770559L, 3335228429L));
        assertSame(ColibriRequests.about(ColibriRequests.sources(ENDPOINT, sources)), recorded("sources"));
    }

    @Test
    void tellsTheAnswerAsRecorded() throws Exception {
        JsonNode recorded = recorded("transport");
        JsonNode ice = recorded.path("endpoints").path(0).path("transport").path("transport");
        var fingerprint = new Fingerprint(
                ice.path("fingerprints").path(0).path("fingerprint").asText());
        var host = new Candidate("1491092761", "udp", 2122194687, "192.0.2.2", 55625, Candidate.Type.HOST);
        var named =
                new Candidate("1", "udp", 5, "0f7e2c1a-1f1f-4a4a-9c9c-aaaaaaaaaaaa.local", 55625, Candidate.Type.HOST);
        var tcp = new Candidate("2", "tcp", 5, "192.0.2.2", 9, Candidate.Type.HOST);
        var remote = new RemoteTransport("kFqG", "ysW6U6gEzJxp1fBhkTFmIRBd", fingerprint, List.of(named, tcp, host));
        assertSame(ColibriRequests.about(ColibriRequests.transport(ENDPOINT, remote)), recorded);
    }

    @Test
    void mutesAsRecorded() throws Exception {
        var id = new EndpointId("ep000001");
        assertSame(ColibriRequests.about(ColibriRequests.mute(id, true, true)), recorded("force-mute"));
    }

    /** The recorded endpoint knew VP8 alone; ours has more of everything, and all of it in the same form. */
    @Test
    void describesAnEndpointAsRecorded() throws Exception {
        JsonNode ours = ColibriRequests.newEndpoint(ENDPOINT);
        JsonNode theirs = recorded("new-endpoint").path("endpoints").path(0);
        assertThat(ours.path("capabilities")).isEqualTo(theirs.path("capabilities"));
        assertThat(ours.path("transport")).isEqualTo(theirs.path("transport"));
        assertThat(ours.path("create")).isEqualTo(theirs.path("create"));
        for (int media = 0; media < 2; media++) {
            JsonNode own = ours.path("medias").path(media);
            JsonNode other = theirs.path("medias").path(media);
            assertThat(own.path("type")).isEqualTo(other.path("type"));
            assertThat(own.path("extmap-allow-mixed")).isEqualTo(other.path("extmap-allow-mixed"));
            assertThat(own.path("rtp-hdrexts")).containsAll(other.path("rtp-hdrexts"));
            for (JsonNode payload : other.path("payload-types")) {
                assertThat(own.path("payload-types")).anySatisfy(one -> {
                    assertThat(one.path("id")).isEqualTo(payload.path("id"));
                    assertThat(one.path("name")).isEqualTo(payload.path("name"));
                    assertThat(one.path("clockrate")).isEqualTo(payload.path("clockrate"));
                    assertThat(one.path("channels")).isEqualTo(payload.path("channels"));
                    assertThat(one.path("rtcp-fbs")).isEqualTo(payload.path("rtcp-fbs"));
                    assertThat(one.path("parameters")).containsAll(payload.path("parameters"));
                });
            }
        }
    }

    @Test
    void namesConferencesLikeAddressesOfXmpp() {
        ObjectNode request = ColibriRequests.create(new ConferenceId("a-room-0"));
        assertThat(request.path("name").asText()).isEqualTo("a-room-0@conference.patchbay");
        assertThat(request.path("meeting-id").asText()).isEqualTo("a-room-0");
    }

    @Test
    void readsTheRecordedAnswer() throws Exception {
        EndpointReply reply = EndpointReply.read(recorded("endpoint-reply"), new EndpointId("ep000001"));
        assertThat(reply.transport().ufrag()).isEqualTo("6hgtp1k84ttbmb");
        assertThat(reply.transport().pwd()).isEqualTo("2j70ll1eoadpvcmd8l5far6b3");
        assertThat(reply.transport().candidates())
                .containsExactly(new Candidate("1", "udp", 2130706431, "192.0.2.2", 10900, Candidate.Type.HOST));
        assertThat(reply.socket())
                .hasToString("Optional[ws://127.0.0.1:9190/colibri-ws/jvb1/be7d19280c76dab5/ep000001"
                        + "?pwd=6P2KuAsOmNRHqx293h6YU5ad]");
    }

    @Test
    void refusesAnAnswerWithoutTheEndpoint() throws Exception {
        JsonNode answer = recorded("endpoint-reply");
        assertThatThrownBy(() -> EndpointReply.read(answer, ENDPOINT)).isInstanceOf(ColibriException.class);
        JsonNode broken = JSON.readTree("{\"endpoints\":[{\"id\":\"ep000000\",\"transport\":{\"transport\":{}}}]}");
        assertThatThrownBy(() -> EndpointReply.read(broken, ENDPOINT)).isInstanceOf(ColibriException.class);
    }

    @Test
    void asksForNoMoreThanThereArePlacesFor() throws Exception {
        var camera = SourceId.of(ENDPOINT, SourceKind.CAMERA);
        var wanted = new ReceiverConstraints(-1, List.of(camera), 180, Map.of(camera, 720));
        assertThat(JSON.readTree(Wishes.text(wanted, 12)))
                .isEqualTo(JSON.readTree("{\"colibriClass\":\"ReceiverVideoConstraints\",\"lastN\":12,"
                        + "\"onStageSources\":[\"ep000000-v0\"],\"defaultConstraints\":{\"maxHeight\":180},"
                        + "\"constraints\":{\"ep000000-v0\":{\"maxHeight\":720}}}"));
    }

    private static void assertSame(JsonNode ours, JsonNode recorded) throws IOException {
        assertThat(JSON.readTree(ours.toString())).isEqualTo(recorded);
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream in = ColibriRequestsTest.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }
}
