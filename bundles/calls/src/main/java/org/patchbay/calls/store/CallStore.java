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
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.PersonId;

/** Keeps what is known of calls: a row from the first ring on, the rest when it is over. Thread-safe. */
public interface CallStore {

    /** A call has begun in this run of a server. */
    void begin(PortalId portal, String run, LiveCall call);

    /** A call is over; whether it was begun before or not. */
    void end(PortalId portal, CallRecord call);

    /** Calls that are over, newest first. */
    Page<CallRecord> list(PortalId portal, CallQuery query, Visible visible, PageRequest page);

    /** A call that is over. */
    Optional<CallRecord> find(PortalId portal, CallId id);

    /** Calls that began in other runs than these and never ended, of all portals, at most this many. */
    List<Unended> unended(Set<String> runs, int limit);

    /** What was called outside in between; answers fast enough to be asked once a day and portal. */
    Usage usage(PortalId portal, Instant since, Instant until);

    /** Deletes calls that began before, at most this many; how many there were. */
    int forget(PortalId portal, Instant before, int limit);

    /** Removes number and name of a person from all calls. */
    void erase(PortalId portal, PersonId person);

    /** Deletes all calls of a portal. */
    void erase(PortalId portal);

    /** A call that never ended. */
    record Unended(PortalId portal, CallRecord call) {}

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
