package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.Transport;

/** One endpoint of a conference of the stand-in. Confined to its conference. */
final class StubPlace {

    final String pwd = UUID.randomUUID().toString();
    final Map<String, Integer> heights = new LinkedHashMap<>();
    Map<String, SourceId> mids = Map.of();
    boolean ice;
    boolean iceFailed;
    boolean dtls;

    @Nullable StubSocket socket;

    @Nullable StubListener listener;

    /** Its transport in the form of an answer, with its WebSocket at that address. */
    ObjectNode describe(Transport own, String socketAt) {
        ObjectNode description = JsonNodeFactory.instance.objectNode();
        description.put("xmlns", "urn:xmpp:jingle:transports:ice-udp:1");
        description.put("pwd", own.pwd());
        description.put("ufrag", own.ufrag());
        description
                .putArray("fingerprints")
                .addObject()
                .put("fingerprint", own.fingerprint().value())
                .put("setup", "actpass")
                .put("hash", "sha-256");
        ArrayNode candidates = description.putArray("candidates");
        own.candidates().forEach(candidate -> candidates
                .addObject()
                .put("component", "1")
                .put("foundation", candidate.foundation())
                .put("generation", "0")
                .put("id", "c" + candidates.size())
                .put("network", "0")
                .put("priority", Long.toString(candidate.priority()))
                .put("protocol", candidate.protocol())
                .put("type", candidate.type().name().toLowerCase(Locale.ROOT))
                .put("ip", candidate.address())
                .put("port", Integer.toString(candidate.port())));
        description.putArray("web-sockets").add(socketAt + "?pwd=" + pwd);
        description.put("rtcp-mux", true);
        return description;
    }

    void goodbye() {
        StubSocket open = socket;
        if (open != null) {
            open.close(1001, "endpoint closed");
        }
    }
}
