package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.SsrcGroup;

/** The requests of Colibri2 as JSON. */
public final class ColibriRequests {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ICE_UDP = "urn:xmpp:jingle:transports:ice-udp:1";
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");

    private ColibriRequests() {}

    /** A new conference without endpoints. Its name must look like an address of XMPP. */
    public static ObjectNode create(ConferenceId conference) {
        ObjectNode request = JSON.objectNode();
        request.put("meeting-id", conference.value());
        request.put("name", conference.value() + "@conference.patchbay");
        request.put("create", true);
        return request;
    }

    public static ObjectNode expire() {
        return JSON.objectNode().put("expire", true);
    }

    /** A request about one endpoint. */
    public static ObjectNode about(ObjectNode endpoint) {
        ObjectNode request = JSON.objectNode();
        request.putArray("endpoints").add(endpoint);
        return request;
    }

    /** A new endpoint that has the receive mids of the platform's offer. */
    public static ObjectNode newEndpoint(EndpointId id) {
        ObjectNode endpoint = JSON.objectNode();
        endpoint.put("create", true);
        endpoint.put("id", id.value());
        endpoint.put("stats-id", id.value());
        endpoint.set("medias", MediaDescription.all());
        endpoint.putObject("transport").put("ice-controlling", true);
        endpoint.putArray("capabilities")
                .add("source-names")
                .add("ssrc-rewriting")
                .add("rtp-mid-demux");
        return endpoint;
    }

    /**
     * A new endpoint that is hidden from the others, and gets all sources under their own SSRCs: without the capability {@code
     * ssrc-rewriting} a videobridge has no pool for it.
     */
    public static ObjectNode newListener(EndpointId id) {
        ObjectNode endpoint = newEndpoint(id).put("muc-role", "visitor");
        endpoint.putArray("capabilities").add("source-names");
        return endpoint;
    }

    public static ObjectNode expire(EndpointId id) {
        return of(id).put("expire", true);
    }

    public static ObjectNode mute(EndpointId id, boolean audio, boolean video) {
        ObjectNode endpoint = of(id);
        endpoint.putObject("force-mute").put("audio", audio).put("video", video);
        return endpoint;
    }

    public static ObjectNode transport(EndpointId id, RemoteTransport remote) {
        ObjectNode endpoint = of(id);
        ObjectNode transport = endpoint.putObject("transport").putObject("transport");
        transport.put("xmlns", ICE_UDP);
        transport.put("ufrag", remote.ufrag());
        transport.put("pwd", remote.pwd());
        transport.put("rtcp-mux", true);
        ArrayNode candidates = transport.putArray("candidates");
        remote.candidates().stream().filter(ColibriRequests::isReachable).forEach(candidate -> {
            candidates.add(candidate(candidate, "c" + candidates.size()));
        });
        transport
                .putArray("fingerprints")
                .addObject()
                .put("hash", Fingerprint.HASH)
                .put("fingerprint", remote.fingerprint().value())
                .put("setup", "active");
        return endpoint;
    }

    /** A name of multicast DNS means nothing to a server; such a client is found by its checks. */
    private static boolean isReachable(Candidate candidate) {
        return candidate.protocol().equals("udp")
                && LITERAL.matcher(candidate.address()).matches();
    }

    private static JsonNode candidate(Candidate candidate, String id) {
        return JSON.objectNode()
                .put("id", id)
                .put("generation", "0")
                .put("network", "0")
                .put("foundation", candidate.foundation())
                .put("component", "1")
                .put("protocol", candidate.protocol())
                .put("priority", Long.toString(candidate.priority()))
                .put("ip", candidate.address())
                .put("port", Integer.toString(candidate.port()))
                .put("type", candidate.type().name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Everything the endpoint sends; what is not named is gone. */
    public static ObjectNode sources(EndpointId id, List<Source> sources) {
        ObjectNode endpoint = of(id);
        ArrayNode array = endpoint.putArray("sources");
        sources.forEach(source -> array.add(source(source)));
        return endpoint;
    }

    private static JsonNode source(Source source) {
        String name = source.id().value();
        ObjectNode node = JSON.objectNode();
        node.put("type", source.kind().isVideo() ? "video" : "audio");
        node.put("id", name);
        ArrayNode ssrcs = node.putArray("sources");
        for (long ssrc : source.ssrcs()) {
            ObjectNode one = ssrcs.addObject().put("ssrc", ssrc).put("name", name);
            if (source.kind().isVideo()) {
                one.put("videoType", source.kind() == SourceKind.DESKTOP ? "desktop" : "camera");
            }
            one.putObject("parameters").put("msid", name + " " + name + "-t");
        }
        if (!source.groups().isEmpty()) {
            ArrayNode groups = node.putArray("ssrc-groups");
            for (SsrcGroup group : source.groups()) {
                ArrayNode members = groups.addObject()
                        .put("semantics", group.semantics().name())
                        .putArray("sources");
                group.ssrcs().forEach(members::add);
            }
        }
        return node;
    }

    private static ObjectNode of(EndpointId id) {
        return JSON.objectNode().put("id", id.value());
    }
}
