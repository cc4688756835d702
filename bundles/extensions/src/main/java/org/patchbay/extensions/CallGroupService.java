package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallGroups;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.thing.Kinds;

/** What stands behind numbers, from memory. Thread-safe. */
@Component
public final class CallGroupService implements CallGroups {

    private final Books books;

    @Activate
    public CallGroupService(@Reference Books books) {
        this.books = books;
    }

    @Override
    public Optional<RingGroup> ringGroup(PortalId portal, String id) {
        return books.of(portal).find(Kinds.RING_GROUP, id);
    }

    @Override
    public List<RingGroup> ringGroupsOf(PortalId portal, String extension) {
        return books.of(portal).groupsOf(extension);
    }

    @Override
    public Optional<CallQueue> queue(PortalId portal, String id) {
        return books.of(portal).find(Kinds.QUEUE, id);
    }

    @Override
    public List<CallQueue> queuesOf(PortalId portal, String extension) {
        return books.of(portal).queuesOf(extension);
    }

    @Override
    public Optional<VoiceMenu> menu(PortalId portal, String id) {
        return books.of(portal).find(Kinds.MENU, id);
    }

    @Override
    public Optional<ConferenceRoom> conference(PortalId portal, String id) {
        return books.of(portal).find(Kinds.CONFERENCE, id);
    }
}
