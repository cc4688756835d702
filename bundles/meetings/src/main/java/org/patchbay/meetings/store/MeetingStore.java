package org.patchbay.meetings.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;

/** Keeps meetings and stays; joins the caller's unit of work. Thread-safe. */
public interface MeetingStore {

    /** The most stays of a meeting that are given. */
    int STAY_LIMIT = 1000;

    void add(PortalId portal, StoredMeeting meeting);

    Optional<StoredMeeting> find(PortalId portal, String id);

    /** The latest one behind a link. */
    Optional<StoredMeeting> byCodeHash(PortalId portal, String codeHash);

    /** Newest first. */
    Page<StoredMeeting> list(PortalId portal, PageRequest page);

    /** Those that the person hosted or was in, newest first. */
    Page<StoredMeeting> ofPerson(PortalId portal, String person, PageRequest page);

    /** Marks the meeting ended; answers false if it was already, or is not there. */
    boolean end(PortalId portal, String id, Instant at);

    /** Begins a stay. */
    void enter(PortalId portal, Stay stay);

    /** Ends a stay; harmless when it has ended. */
    void leave(PortalId portal, String stay, Instant at);

    /** Gives a stay another name; harmless when there is none. */
    void rename(PortalId portal, String stay, String name);

    /** The stays of a meeting in order of joining, at most 1,000. */
    List<Stay> stays(PortalId portal, String meeting);

    /** Keeps how the connection of a stay is, in place of what was kept before. */
    void measure(PortalId portal, String meeting, String stay, Quality quality);

    /** How the connections of a meeting's stays were, by the stay's id. */
    Map<String, Quality> qualities(PortalId portal, String meeting);

    /** Erases everything of a portal. */
    void erase(PortalId portal);

    /** The meetings of every portal that have not ended, oldest first: what the caretaker looks after. */
    List<OpenMeeting> open(int limit);

    /** The meetings of a host that have not ended. */
    List<OpenMeeting> openOf(PortalId portal, String host);

    /** Where an open meeting is. */
    record OpenMeeting(PortalId portal, String id) {}
}
