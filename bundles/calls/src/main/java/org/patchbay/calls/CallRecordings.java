package org.patchbay.calls;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.store.CallStore;

/**
 * Recordings of calls that are over: heard by those who talked all the while, and by who may see recordings of the department
 * of somebody who talked; the latter delete them as well. Who does so is in the audit. May wait for database and disk.
 * Thread-safe.
 */
@Component(service = CallRecordings.class)
public final class CallRecordings {

    /** One who plays, pauses and plays on is in the audit once. */
    private static final Duration SAME_USE = Duration.ofMinutes(30);

    /** Between the end of a leg and that of its sound. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final CallService calls;
    private final CallStore store;
    private final RecordingFolder folder;
    private final Access access;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;
    private final ClusterMap uses;

    @Activate
    public CallRecordings(
            @Reference CallService calls,
            @Reference CallStore store,
            @Reference RecordingFolder folder,
            @Reference Access access,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.calls = calls;
        this.store = store;
        this.folder = folder;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
        this.uses = cluster.map("call-recording-uses", SAME_USE);
    }

    /** What the caller may do with a recording. */
    public record Heard(CallRecording recording, boolean deletable) {}

    /** The recordings of a call that the caller may hear, oldest first; NOT_FOUND for a call that they may not see. */
    public List<Heard> list(PortalId portal, CallId id, Caller by) {
        CallRecord call = seen(portal, id, by);
        Scope scope = access.scope(by, portal, Right.SEE_RECORDINGS);
        return folder.of(portal, id).stream()
                .filter(one -> isOwn(portal, call, one, by) || isIn(scope, call, one))
                .map(one -> new Heard(one, isIn(scope, call, one)))
                .toList();
    }

    /** Who may hear recordings of the department sees those calls too, though not others of them. */
    private CallRecord seen(PortalId portal, CallId id, Caller by) {
        Optional<CallRecord> seen = calls.record(portal, id, by);
        if (seen.isPresent()) {
            return seen.get();
        }
        Scope scope = access.scope(by, portal, Right.SEE_RECORDINGS);
        return store.find(portal, id)
                .filter(call -> folder.of(portal, id).stream().anyMatch(one -> isIn(scope, call, one)))
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }

    /** The sound, told to the audit when somebody begins to fetch it. */
    public Path open(PortalId portal, CallId call, String recording, boolean download, boolean begins, Caller by) {
        Heard heard = require(portal, call, recording, by);
        if (begins) {
            String who = by.personId().map(PersonId::value).orElse("");
            String use = portal + "/" + call + "/" + recording + "/" + download + "/" + who;
            if (uses.putIfAbsent(use, new byte[0])) {
                used(portal, call, heard.recording(), download, by);
            }
        }
        return folder.file(portal, call, heard.recording());
    }

    private void used(PortalId portal, CallId call, CallRecording recording, boolean download, Caller by) {
        String event = download ? CallEvents.RECORDING_DOWNLOADED : CallEvents.RECORDING_PLAYED;
        unit.run(() -> {
            tell(portal, event, call, recording, by);
            String action = download ? "call-recording.downloaded" : "call-recording.listened";
            audit.record(portal, by, new AuditDraft(action, "call", call.value(), Map.of(), of(recording)));
        });
    }

    private static Map<String, String> of(CallRecording recording) {
        return Map.of("recorded", recording.started().toString());
    }

    private void tell(PortalId portal, String event, CallId call, CallRecording recording, Caller by) {
        var data = new CallEvents.RecordingUse(
                call.value(), recording.id(), by.personId().map(PersonId::value));
        events.publish(portal, event, call.value(), data);
    }

    /** Deletes a recording for good. */
    public void delete(PortalId portal, CallId call, String recording, Caller by) {
        Heard heard = require(portal, call, recording, by);
        if (!heard.deletable()) {
            throw Problem.FORBIDDEN.because("You lack the right SEE_RECORDINGS in the departments of this call");
        }
        unit.run(() -> {
            tell(portal, CallEvents.RECORDING_DELETED, call, heard.recording(), by);
            audit.record(
                    portal,
                    by,
                    new AuditDraft("call-recording.deleted", "call", call.value(), of(heard.recording()), Map.of()));
            unit.afterCommit(() -> folder.delete(portal, call, heard.recording()));
        });
    }

    private Heard require(PortalId portal, CallId call, String recording, Caller by) {
        return list(portal, call, by).stream()
                .filter(one -> one.recording().id().equals(recording))
                .findFirst()
                .orElseThrow(CallRecordings::none);
    }

    private static PatchbayException none() {
        return Problem.NOT_FOUND.because("call.no-recording", "There is no such recording");
    }

    /** Whether somebody talked from its begin to its end: what others said before and after is theirs. */
    private static boolean isOwn(PortalId portal, CallRecord call, CallRecording recording, Caller by) {
        return by.portal().equals(portal)
                && by.personId().isPresent()
                && call.legs().stream()
                        .filter(leg -> leg.person().equals(by.personId()) && talks(leg))
                        .anyMatch(leg -> leg.answered()
                                        .filter(from -> !from.isAfter(
                                                recording.started().plus(SLACK)))
                                        .isPresent()
                                && !leg.ended().plus(SLACK).isBefore(recording.ended()));
    }

    private static boolean talks(LegRecord leg) {
        return leg.role() != CallParty.Role.LISTENER && leg.role() != CallParty.Role.WHISPERER;
    }

    /** Whether somebody of these departments talked in it. */
    private static boolean isIn(Scope scope, CallRecord call, CallRecording recording) {
        return scope.everywhere()
                || call.legs().stream()
                        .filter(CallRecordings::talks)
                        .filter(leg -> overlaps(leg, recording))
                        .anyMatch(
                                leg -> leg.department().filter(scope::includes).isPresent());
    }

    private static boolean overlaps(LegRecord leg, CallRecording recording) {
        Instant until = leg.ended();
        return leg.answered().filter(from -> from.isBefore(recording.ended())).isPresent()
                && until.isAfter(recording.started());
    }
}
