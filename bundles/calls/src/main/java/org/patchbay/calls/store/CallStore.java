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
import org.patchbay.api.identity.PersonId;

/** Keeps what is known of calls: sheets of those that go on, a row of each that is over. Thread-safe. */
public interface CallStore {

    /** Keeps what is known of calls that go on. */
    void keep(LiveSheet sheet);

    /** All calls of a sheet are over, or on a newer one. */
    void drop(PortalId portal, String sheet);

    /** Sheets of other runs than these, of all portals, the oldest first, at most this many. */
    List<LiveSheet> left(Set<String> runs, int limit);

    /** A call is over; does nothing if that is known. */
    void end(PortalId portal, CallRecord call);

    /** Calls that are over, newest first. */
    Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page);

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
