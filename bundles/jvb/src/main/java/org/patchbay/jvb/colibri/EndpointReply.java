package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.jvb.colibri.ColibriException.Reason;
import org.patchbay.spi.media.Candidate;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.Fingerprint;
import org.patchbay.spi.media.Transport;

/**
 * What a videobridge answers for a new endpoint.
 *
 * @param socket where its messages come from, if the videobridge has WebSockets
 */
public record EndpointReply(Transport transport, Optional<URI> socket) {

    private static final int MOST_CANDIDATES = 32;

    /** Reads the endpoint out of an answer. */
    public static EndpointReply read(JsonNode answer, EndpointId id) throws ColibriException {
        for (JsonNode endpoint : answer.path("endpoints")) {
            if (endpoint.path("id").asText().equals(id.value())) {
                return read(endpoint.path("transport").path("transport"));
            }
        }
        throw new ColibriException(Reason.UNREACHABLE, "Its answer does not name the endpoint");
    }

    private static EndpointReply read(JsonNode transport) throws ColibriException {
        try {
            List<Candidate> candidates = new ArrayList<>();
            for (JsonNode candidate : transport.path("candidates")) {
                boolean fits = candidate.path("component").asText().equals("1")
                        && candidate.path("protocol").asText().equals("udp");
                if (fits && candidates.size() < MOST_CANDIDATES) {
                    candidates.add(candidate(candidate));
                }
            }
            var own =
                    new Transport(text(transport, "ufrag"), text(transport, "pwd"), fingerprint(transport), candidates);
            return new EndpointReply(own, socket(transport));
        } catch (RuntimeException e) {
            throw new ColibriException(Reason.UNREACHABLE, "Its transport is not understood: " + e.getMessage(), e);
        }
    }

    private static Candidate candidate(JsonNode candidate) {
        return new Candidate(
                text(candidate, "foundation"),
                text(candidate, "protocol"),
                Long.parseLong(text(candidate, "priority")),
                text(candidate, "ip"),
                Integer.parseInt(text(candidate, "port")),
                Candidate.Type.valueOf(text(candidate, "type").toUpperCase(Locale.ROOT)));
    }

    private static Fingerprint fingerprint(JsonNode transport) {
        for (JsonNode one : transport.path("fingerprints")) {
            if (one.path("hash").asText().equals(Fingerprint.HASH)) {
                return new Fingerprint(text(one, "fingerprint"));
            }
        }
        throw new IllegalArgumentException("there is no fingerprint of " + Fingerprint.HASH);
    }

    private static Optional<URI> socket(JsonNode transport) {
        String text = transport.path("web-sockets").path(0).asText("");
        return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value.textValue();
    }
}
