package org.patchbay.api.meetings;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** The meetings of a portal. Joining happens over the live channel {@code meeting}. Thread-safe. */
@ProviderType
public interface Meetings {

    /** Starts a meeting hosted by the caller. */
    Meeting start(PortalId portal, String title, Caller.Member host);

    /** Finds a meeting of this portal only. */
    Optional<Meeting> find(PortalId portal, String id);

    /** The open meeting behind a guest link's code. */
    Optional<Meeting> byCode(PortalId portal, String code);

    /** The portal's meetings, newest first. */
    Page<Meeting> list(PortalId portal, PageRequest page);

    /** Ends a meeting for everybody; harmless when it has ended. */
    Meeting end(PortalId portal, String id);

    /** Mutes a participant's audio or video, or lets it go again. */
    Meeting mute(PortalId portal, String id, String participant, boolean audio, boolean video);

    /** Removes a participant. */
    Meeting remove(PortalId portal, String id, String participant);
}
