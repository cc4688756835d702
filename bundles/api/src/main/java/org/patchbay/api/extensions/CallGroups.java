package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** What stands behind a number besides extensions. Answers from memory. Thread-safe. */
@ProviderType
public interface CallGroups {

    /** The ring group of this id. */
    Optional<RingGroup> ringGroup(PortalId portal, String id);

    /** The ring groups that an extension is in, by number. */
    List<RingGroup> ringGroupsOf(PortalId portal, String extension);

    /** The queue of this id. */
    Optional<CallQueue> queue(PortalId portal, String id);

    /** The queues that an extension is an agent of, by number. */
    List<CallQueue> queuesOf(PortalId portal, String extension);

    /** The menu of this id. */
    Optional<VoiceMenu> menu(PortalId portal, String id);

    /** The conference room of this id. */
    Optional<ConferenceRoom> conference(PortalId portal, String id);
}
