package org.patchbay.api.signalling;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Makes call legs and says where accounts can be reached. Thread-safe; nothing here blocks. */
@ProviderType
public interface Signalling {

    /** Where an account can be reached now, the preferred (q value) first; empty when nowhere. */
    List<Registration> registrations(PortalId portal, String account);

    /**
     * Starts a leg. What the far end says comes to the listener, a failure too: the call itself always succeeds.
     *
     * @throws org.patchbay.api.PatchbayException with {@code LIMITED} when the server takes no more legs
     */
    Leg invite(PortalId portal, LegTarget target, Invitation invitation, LegListener listener);

    /** How a trunk is doing; {@link TrunkState#UNKNOWN} for one that is not set up. */
    TrunkState trunk(PortalId portal, String trunk);

    /**
     * Sends a text (RFC 3428) to one place where an account is reached. Completes in any thread: with true once the device there
     * took it, with false when it did not, which may take as long as a request is repeated (Timer F, 32 s), or is not there any
     * more. {@code Date} tells devices when it was written (RFC 3261, section 20.17).
     *
     * @throws org.patchbay.api.PatchbayException with {@code INVALID} for a text that is too long
     */
    CompletionStage<Boolean> message(PortalId portal, String registration, Text text);

    /**
     * Tells whoever subscribed (RFC 6665) that the state of a resource is another one now; it is asked for anew at the
     * {@link org.patchbay.spi.signalling.EventPackage}. Several changes at once may be told as one.
     */
    void changed(PortalId portal, String eventPackage, String resource);
}
