package org.patchbay.spi.signalling;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Takes texts that devices send (MESSAGE, RFC 3428). Thread-safe. */
@ConsumerType
public interface TextMessages {

    /** Takes a text of at most 4,000 characters; returns at once, the answer may come in any thread. */
    CompletionStage<Answer> message(PortalId portal, String account, String called, String text);

    /**
     * What the sender is told (RFC 3428, section 7).
     *
     * @param status 200 or 202; 403, 404, 413, 480 or 503
     * @param reason the same in a few English words
     */
    record Answer(int status, String reason) {}
}
