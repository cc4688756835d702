package org.patchbay.web.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.web.json.WireJson;

/** What a client says; exactly one of hello, open, on, close, ping and pong. */
record Frame(
        Optional<Hello> hello,
        Optional<Integer> open,
        Optional<String> channel,
        Optional<PortalId> portal,
        Optional<ObjectNode> with,
        Optional<Integer> on,
        Optional<ObjectNode> data,
        Optional<Integer> close,
        Optional<String> ping,
        Optional<String> pong) {

    Frame {
        var kinds = Stream.of(hello, open, on, close, ping, pong)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw Problem.INVALID.at("", "live.kind", "needs exactly one of hello, open, on, close, ping and pong");
        }
        if (open.isEmpty() && (channel.isPresent() || portal.isPresent() || with.isPresent())) {
            throw Problem.INVALID.at("/open", "field.missing", "channel, portal and with belong to open");
        }
        if (open.isPresent() != channel.isPresent()) {
            throw Problem.INVALID.at("/channel", "field.missing", "names the channel to open");
        }
        if (on.isPresent() != data.isPresent()) {
            throw Problem.INVALID.at("/data", "field.missing", "is what is sent on the channel");
        }
        if (ping.filter(text -> text.length() > 100).isPresent()) {
            throw Problem.INVALID.at("/ping", "text.long", "at most 100 characters");
        }
    }

    /** The first thing said; a program with a token has no CSRF token to show. */
    record Hello(Optional<String> csrfToken) {}

    static Frame read(String text) {
        return WireJson.read(text, Frame.class);
    }

    static String write(Object value) {
        try {
            return WireJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
