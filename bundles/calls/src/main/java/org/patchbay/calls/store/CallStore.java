package org.patchbay.calls.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.identity.PersonId;

/** Keeps what is known of calls: sheets of those that go on, a row of each that is over. Thread-safe. */
public interface CallStore {

    /** Keeps what is known of calls that go on. */
    void keep(LiveSheet sheet);

    /** All calls of a sheet are over, or on a newer one. */
    void drop(PortalId portal, String sheet);

    /** The newest sheet of a run. */
    Optional<String> lastSheet(String run);

    /** Sheets of other runs than these, of all portals, the oldest first, at most this many. */
    List<LiveSheet> left(Set<String> runs, int limit);

    /** Calls are over of which nothing is known yet; CONFLICT, and none is kept, if one is known. */
    void endAll(List<Ended> calls);

    /** A call is over; does nothing if that is known. */
    void end(PortalId portal, CallRecord call);

    /** Calls that are over, newest first. */
    Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page);

    /**
     * The same with those together that belong together, of which each is listed by the oldest that is looked for, with all
     * that are visible.
     */
    Page<Conversation> conversations(PortalId portal, CallQuery query, Visible visible, PageRequest page);

    /** Those that belong together by this and are visible, the oldest first, at most {@link Conversation#MOST}. */
    List<CallRecord> together(PortalId portal, CallId common, Visible visible);

    /** A call that is over. */
    Optional<CallRecord> find(PortalId portal, CallId id);

    /** What was called outside in between; answers fast enough to be asked once a day and portal. */
    Usage usage(PortalId portal, Instant since, Instant until);

    /** Deletes calls that began before, at most this many; how many there were. */
    int forget(PortalId portal, Instant before, int limit);

    /** Removes number and name of a person from all calls. */
    void erase(PortalId portal, PersonId person);

    /** Deletes all calls of a portal. */
    void erase(PortalId portal);

    /** A call that is over, and whose it is. */
    record Ended(PortalId portal, CallRecord call) {}

    /**
     * What was called outside.
     *
     * @param seconds of conversation
     * @param numbers that were called, as dialled
     */
    record Usage(long seconds, Set<String> numbers) {
        public Usage {
            numbers = Set.copyOf(numbers);
        }
    }
}
