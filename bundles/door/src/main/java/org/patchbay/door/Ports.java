package org.patchbay.door;

import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;

/** The ports of a server. */
final class Ports {

    private Ports() {}

    static List<AbstractConnector> of(Server server) {
        return Arrays.stream(server.getConnectors())
                .filter(AbstractConnector.class::isInstance)
                .map(AbstractConnector.class::cast)
                .toList();
    }
}
