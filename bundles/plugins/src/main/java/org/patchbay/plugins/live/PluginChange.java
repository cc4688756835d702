package org.patchbay.plugins.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * A plugin that looks different now.
 *
 * @param portal where; empty for everywhere
 */
public record PluginChange(Optional<PortalId> portal, String plugin) {

    /** The cluster's topic that carries changes to every node. */
    public static final String TOPIC = "plugins";

    /** As a message. */
    public byte[] bytes() {
        return (portal.map(PortalId::value).orElse("") + '\n' + plugin).getBytes(UTF_8);
    }

    static PluginChange of(byte[] message) {
        String[] parts = new String(message, UTF_8).split("\n", 2);
        Optional<PortalId> portal =
                Optional.of(parts[0]).filter(id -> !id.isEmpty()).map(PortalId::new);
        return new PluginChange(portal, parts[1]);
    }
}
