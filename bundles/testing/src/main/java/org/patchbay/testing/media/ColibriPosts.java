package org.patchbay.testing.media;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.spi.media.SourceId;

/** What a videobridge says on a WebSocket, in its words. */
final class ColibriPosts {

    private ColibriPosts() {}

    static String wanted(String source, int height) {
        return "{\"colibriClass\":\"SenderSourceConstraints\", \"sourceName\":\"" + source + "\", \"maxHeight\":"
                + height + "}";
    }

    static String speaker(String endpoint) {
        ObjectNode post = post("DominantSpeakerEndpointChangeEvent").put("dominantSpeakerEndpoint", endpoint);
        post.putArray("previousSpeakers");
        return post.put("silence", false).toString();
    }

    static String activity(String endpoint, boolean active) {
        return "{\"colibriClass\":\"EndpointConnectivityStatusChangeEvent\",\"endpoint\":\"" + endpoint
                + "\",\"active\":\"" + active + "\"}";
    }

    /** What is on the mids, to one who knows nothing. */
    static List<String> all(Map<String, SourceId> mids) {
        return changes(Map.of(), mids);
    }

    /** What came onto a mid, and what video is sent; never what went off a mid, for the real one does not tell that. */
    static List<String> changes(Map<String, SourceId> before, Map<String, SourceId> now) {
        Map<String, SourceId> moved = new HashMap<>(now);
        moved.entrySet().removeAll(before.entrySet());
        List<String> posts = new ArrayList<>();
        map("AudioSourcesMap", "a", moved, posts);
        map("VideoSourcesMap", "v", moved, posts);
        ObjectNode forwarded = post("ForwardedSources");
        ArrayNode sources = forwarded.putArray("forwardedSources");
        new TreeMap<>(now).forEach((mid, source) -> {
            if (mid.startsWith("v")) {
                sources.add(source.value());
            }
        });
        posts.add(forwarded.toString());
        return posts;
    }

    private static void map(String name, String prefix, Map<String, SourceId> moved, List<String> posts) {
        ObjectNode post = post(name);
        ArrayNode mapped = post.putArray("mappedSources");
        new TreeMap<>(moved).forEach((mid, source) -> {
            if (mid.startsWith(prefix)) {
                String id = source.value();
                ObjectNode one = mapped.addObject()
                        .put("source", id)
                        .put("owner", id.substring(0, id.lastIndexOf('-')))
                        .put("ssrc", 1_000 + mapped.size());
                if (prefix.equals("v")) {
                    one.put("rtx", 2_000 + mapped.size()).put("videoType", id.endsWith("v1") ? "DESKTOP" : "CAMERA");
                }
                one.put("mid", mid);
            }
        });
        if (!mapped.isEmpty()) {
            posts.add(post.toString());
        }
    }

    private static ObjectNode post(String name) {
        return JsonNodeFactory.instance.objectNode().put("colibriClass", name);
    }
}
