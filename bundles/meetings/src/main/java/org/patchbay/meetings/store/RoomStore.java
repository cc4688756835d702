package org.patchbay.meetings.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;

/** Keeps what a room knows for as long as its meeting lives; joins the caller's unit of work. Thread-safe. */
public interface RoomStore {

    /** What the room remembers, as it wrote it. */
    Optional<String> memory(PortalId portal, String meeting);

    /** Replaces what the room remembers. */
    void remember(PortalId portal, String meeting, String memory);

    /** Adds a line of chat; of a meeting the newest 500 are kept, files of older ones go with them. */
    void add(PortalId portal, String meeting, ChatLine line);

    /** The lines of a meeting's chat, oldest first. */
    List<ChatLine> lines(PortalId portal, String meeting);

    /** Keeps a file. */
    void add(PortalId portal, String meeting, ChatFile file);

    /** A file of this meeting. */
    Optional<ChatFile> file(PortalId portal, String meeting, String id);

    /** Removes a file that was not posted. */
    void removeFile(PortalId portal, String meeting, String id);

    /** The bytes of all of a meeting's files. */
    long bytes(PortalId portal, String meeting);

    /** Forgets everything of a meeting. */
    void forget(PortalId portal, String meeting);
}
