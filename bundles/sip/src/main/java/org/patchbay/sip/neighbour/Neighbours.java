package org.patchbay.sip.neighbour;

import java.util.Optional;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.spi.signalling.TextMessages;

/** Those that come and go: what is absent cannot be served now. Thread-safe. */
public interface Neighbours {

    /** Whose accounts and trunks there are. */
    Optional<Subscribers> subscribers();

    /** What becomes of calls. */
    Optional<CallHandler> calls();

    /** The state of this event package. */
    Optional<EventPackage> events(String name);

    /** Where texts go. */
    Optional<TextMessages> texts();
}
