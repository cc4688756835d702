package org.patchbay.calls.store;

import java.util.List;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LiveCall;

/**
 * Calls of a portal that go on, as they were when a group was written; one without calls is a sign of life ({@code SignsOfLife}).
 * Immutable.
 *
 * @param id in the order of writing; a UUIDv7
 * @param run of the server that has them
 */
public record LiveSheet(String id, PortalId portal, String run, List<LiveCall> calls) {
    public LiveSheet {
        calls = List.copyOf(calls);
    }
}
