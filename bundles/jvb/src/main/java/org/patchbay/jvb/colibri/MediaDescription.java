package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.patchbay.spi.media.HeaderExtension;
import org.patchbay.spi.media.PayloadType;

/** The payload types and header extensions of the platform's offer, in Colibri2's words. */
final class MediaDescription {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private MediaDescription() {}

    static ArrayNode all() {
        return JSON.arrayNode().add(media(false)).add(media(true));
    }

    private static ObjectNode media(boolean video) {
        ObjectNode media = JSON.objectNode();
        media.put("type", video ? "video" : "audio");
        ArrayNode types = media.putArray("payload-types");
        for (PayloadType type : PayloadType.values()) {
            if (type.isVideo() == video) {
                types.add(payload(type));
            }
        }
        ArrayNode extensions = media.putArray("rtp-hdrexts");
        for (HeaderExtension extension : HeaderExtension.values()) {
            if (extension.isFor(video)) {
                extensions.addObject().put("id", extension.id()).put("uri", extension.uri());
            }
        }
        media.put("extmap-allow-mixed", true);
        return media;
    }

    private static ObjectNode payload(PayloadType type) {
        ObjectNode payload = JSON.objectNode();
        payload.put("id", Integer.toString(type.number()));
        payload.put("name", type.encoding());
        payload.put("clockrate", Integer.toString(type.clockRate()));
        if (type.channels() > 1) {
            payload.put("channels", Integer.toString(type.channels()));
        }
        ObjectNode parameters = payload.putObject("parameters");
        for (String parameter : type.parameters().split(";", -1)) {
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
        }
        ArrayNode feedback = payload.putArray("rtcp-fbs");
        for (String text : type.feedback()) {
            String[] words = text.split(" ", 2);
            ObjectNode one = feedback.addObject().put("type", words[0]);
            if (words.length > 1) {
                one.put("subtype", words[1]);
            }
        }
        return payload;
    }
}
