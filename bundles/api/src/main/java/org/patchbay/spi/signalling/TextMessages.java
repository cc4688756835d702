package org.patchbay.spi.signalling;

import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Takes texts that devices send (MESSAGE, RFC 3428). Thread-safe. */
@ConsumerType
public interface TextMessages {

    /**
     * Takes a text of at most 4,000 characters.
     *
     * @return the status to answer: 200, 202, 403 or 404
     */
    int message(PortalId portal, String account, String called, String text);
}
