package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;

/** Reads requests that were checked by {@link ColibriShape}, and the message of an endpoint. */
final class ColibriReader {

    private ColibriReader() {}

    static RemoteTransport transport(JsonNode ice) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode candidate : ice.path("candidates")) {
            candidates.add(new Candidate(
                    candidate.path("foundation").asText(),
                    candidate.path("protocol").asText(),
                    Long.parseLong(candidate.path("priority").asText()),
                    candidate.path("ip").asText(),
                    Integer.parseInt(candidate.path("port").asText()),
                    Candidate.Type.valueOf(candidate.path("type").asText().toUpperCase(Locale.ROOT))));
        }
        return new RemoteTransport(
                ice.path("ufrag").asText(),
                ice.path("pwd").asText(),
                new Fingerprint(
                        ice.path("fingerprints").path(0).path("fingerprint").asText()),
                candidates);
    }

    static List<Source> sources(EndpointId owner, JsonNode sources) {
        List<Source> all = new ArrayList<>();
        sources.forEach(source -> all.add(source(owner, source)));
        return all;
    }

    private static Source source(EndpointId owner, JsonNode source) {
        var id = new SourceId(source.path("id").asText());
        SourceKind kind = java.util.Arrays.stream(SourceKind.values())
                .filter(one -> SourceId.of(owner, one).equals(id))
                .findFirst()
                .orElseThrow(() -> ColibriRefusal.unparsed("the source " + id + " is not of " + owner));
        List<Long> ssrcs = new ArrayList<>();
        source.path("sources").forEach(one -> ssrcs.add(one.path("ssrc").longValue()));
        List<SsrcGroup> groups = new ArrayList<>();
        for (JsonNode group : source.path("ssrc-groups")) {
            List<Long> members = new ArrayList<>();
            group.path("sources").forEach(one -> members.add(one.longValue()));
            groups.add(new SsrcGroup(
                    SsrcGroup.Semantics.valueOf(group.path("semantics").asText()), members));
        }
        return new Source(id, owner, kind, ssrcs, groups);
    }

    /** The message ReceiverVideoConstraints. */
    static ReceiverConstraints constraints(JsonNode message) {
        List<SourceId> stage = new ArrayList<>();
        message.path("onStageSources").forEach(name -> stage.add(new SourceId(name.asText())));
        Map<SourceId, Integer> heights = new HashMap<>();
        message.path("constraints")
                .properties()
                .forEach(field -> heights.put(
                        new SourceId(field.getKey()),
                        field.getValue().path("maxHeight").intValue()));
        return new ReceiverConstraints(
                message.path("lastN").asInt(-1),
                stage,
                message.path("defaultConstraints").path("maxHeight").asInt(0),
                heights);
    }
}
