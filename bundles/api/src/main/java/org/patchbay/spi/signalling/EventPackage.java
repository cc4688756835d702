package org.patchbay.spi.signalling;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** One event package (RFC 6665): {@code dialog}, {@code presence}, {@code message-summary}. Thread-safe. */
@ConsumerType
public interface EventPackage {

    /** The name in the {@code Event} header. */
    String name();

    /** The state that one account is told of a resource (the user part of the Request-URI); empty when it may not know. */
    Optional<EventState> state(PortalId portal, String watcher, String resource);

    /**
     * What a NOTIFY carries.
     *
     * @param type its content type
     * @param body at most 8 KiB
     */
    record EventState(String type, String body) {}
}
