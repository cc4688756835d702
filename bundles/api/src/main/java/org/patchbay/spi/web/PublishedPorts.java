package org.patchbay.spi.web;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Ports that people have to reach, for whoever looks after a network's firewall. Called concurrently. */
@ConsumerType
public interface PublishedPorts {

    /** The ports that are open now. */
    List<Port> ports();

    /**
     * One port of the server.
     *
     * @param name what it is for: kebab-case, such as {@code media}
     * @param protocol {@code tcp} or {@code udp}
     * @param required whether nothing works without it
     */
    record Port(String name, String protocol, int number, boolean required) {}
}
