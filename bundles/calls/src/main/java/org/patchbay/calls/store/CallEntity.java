package org.patchbay.calls.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.Json;

@Entity
@Table(name = "CALL_RECORD")
@NullUnmarked // JPA fills the fields
class CallEntity {

    private static final int LONGEST = 128;

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "SERVER_RUN", nullable = false, updatable = false)
    private String run;

    @Column(nullable = false)
    private String direction;

    /** Empty while the call goes on. */
    private String result;

    @Column(nullable = false)
    private String caller;

    @Column(name = "CALLER_NAME", nullable = false)
    private String callerName;

    @Column(nullable = false)
    private String called;

    @Column(nullable = false, updatable = false)
    private long started;

    private Long answered;
    private Long ended;

    @Lob
    @Column(nullable = false)
    private String details;

    protected CallEntity() {}

    /** What stands in the column of details. */
    record Details(List<CallStep> path, List<String> tags) {}

    static CallEntity of(PortalId portal, String run, LiveCall call) {
        CallEntity entity = of(portal, run, call.id(), call.started());
        CallParty first = call.parties().stream().findFirst().orElse(null);
        entity.direction = call.direction().name();
        entity.caller = first == null ? "" : cut(first.number());
        entity.callerName = first == null ? "" : cut(first.name());
        entity.called = cut(call.called());
        entity.details = Json.text(new Details(call.path(), call.tags()));
        return entity;
    }

    static CallEntity of(PortalId portal, CallRecord call) {
        CallEntity entity = of(portal, "", call.id(), call.started());
        entity.end(call);
        return entity;
    }

    private static CallEntity of(PortalId portal, String run, CallId id, Instant started) {
        var entity = new CallEntity();
        entity.id = id.value();
        entity.portal = portal.value();
        entity.run = run;
        entity.started = Micros.of(started);
        return entity;
    }

    final void end(CallRecord call) {
        direction = call.direction().name();
        result = call.result().name();
        caller = cut(call.caller());
        callerName = cut(call.callerName());
        called = cut(call.called());
        answered = call.answered().map(Micros::of).orElse(null);
        ended = Micros.of(call.ended());
        details = Json.text(new Details(call.path(), call.tags()));
    }

    final void eraseCaller() {
        caller = "";
        callerName = "";
    }

    String id() {
        return id;
    }

    PortalId portal() {
        return new PortalId(portal);
    }

    boolean isEnded() {
        return ended != null;
    }

    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    CallRecord toRecord(List<LegRecord> legs) {
        Details known = Json.read(details, Details.class);
        return new CallRecord(
                new CallId(id),
                CallDirection.valueOf(direction),
                result == null ? CallResult.RESTART : CallResult.valueOf(result),
                caller,
                callerName,
                called,
                Micros.toInstant(started),
                Optional.ofNullable(answered).map(Micros::toInstant),
                Micros.toInstant(ended == null ? started : ended),
                legs,
                known.path(),
                known.tags());
    }
}
