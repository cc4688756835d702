package org.patchbay.jvb.colibri;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.SourceId;

/** What an endpoint wants to see, as the message that tells a videobridge. */
public final class Wishes {

    /** What goes between servers, in bits a second; a videobridge takes it as far as {@code assumed-bandwidth-limit} says. */
    private static final long SERVERS_BITS = 50_000_000;

    private Wishes() {}

    /** The message of one that wants every picture, in that height; none for 0. */
    public static String everything(int maxHeight) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("colibriClass", "ReceiverVideoConstraints");
        message.put("lastN", maxHeight > 0 ? -1 : 0);
        message.putObject("defaultConstraints").put("maxHeight", maxHeight);
        message.put("assumedBandwidthBps", SERVERS_BITS);
        return message.toString();
    }

    /**
     * The message.
     *
     * @param mids how many the endpoint has for video; more sources would have no place
     */
    public static String text(ReceiverConstraints wanted, int mids) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("colibriClass", "ReceiverVideoConstraints");
        message.put("lastN", wanted.lastN() < 0 ? mids : Math.min(wanted.lastN(), mids));
        ArrayNode stage = message.putArray("onStageSources");
        wanted.onStage().forEach(source -> stage.add(source.value()));
        message.putObject("defaultConstraints").put("maxHeight", wanted.defaultMaxHeight());
        ObjectNode constraints = message.putObject("constraints");
        Map<String, Integer> heights = new TreeMap<>();
        wanted.maxHeight().forEach((SourceId source, Integer height) -> heights.put(source.value(), height));
        heights.forEach((source, height) -> constraints.putObject(source).put("maxHeight", height.intValue()));
        return message.toString();
    }
}
