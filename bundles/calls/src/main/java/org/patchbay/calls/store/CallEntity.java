package org.patchbay.calls.store;

import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
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
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.Json;

@Entity
@Table(name = "CALL_RECORD")
@IdClass(CallKey.class)
@NullUnmarked // JPA fills the fields
class CallEntity {

    private static final int LONGEST = 128;

    @Id
    private String portal;

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String direction;

    @Column(nullable = false, updatable = false)
    private String result;

    @Column(nullable = false)
    private String caller;

    @Column(name = "CALLER_NAME", nullable = false)
    private String callerName;

    @Column(nullable = false, updatable = false)
    private String called;

    @Column(nullable = false, updatable = false)
    private long started;

    @Column(updatable = false)
    private Long answered;

    @Column(nullable = false, updatable = false)
    private long ended;

    @Lob
    @Column(nullable = false)
    private String details;

    protected CallEntity() {}

    /**
     * What stands in the column of details.
     *
     * @param legs empty in records of before, whose legs have rows of their own
     */
    record Details(List<CallStep> path, List<String> tags, Optional<List<LegRecord>> legs) {}

    static CallEntity of(PortalId portal, CallRecord call) {
        var entity = new CallEntity();
        entity.id = call.id().value();
        entity.portal = portal.value();
        entity.direction = call.direction().name();
        entity.result = call.result().name();
        entity.caller = cut(call.caller());
        entity.callerName = cut(call.callerName());
        entity.called = cut(call.called());
        entity.started = Micros.of(call.started());
        entity.answered = call.answered().map(Micros::of).orElse(null);
        entity.ended = Micros.of(call.ended());
        entity.details = Json.text(new Details(call.path(), call.tags(), Optional.of(call.legs())));
        return entity;
    }

    /** Takes out number and name of a person. */
    final void erase(PersonId person) {
        Details known = details();
        Optional<PersonId> erased = Optional.of(person);
        if (known.legs().stream()
                .flatMap(List::stream)
                .anyMatch(leg ->
                        leg.role() == CallParty.Role.CALLER && leg.person().equals(erased))) {
            eraseCaller();
        }
        Optional<List<LegRecord>> left = known.legs().map(legs -> legs.stream()
                .map(leg -> leg.person().equals(erased) ? nameless(leg) : leg)
                .toList());
        details = Json.text(new Details(known.path(), known.tags(), left));
    }

    /** The leg of somebody who is erased. */
    static LegRecord nameless(LegRecord leg) {
        return new LegRecord(
                leg.leg(),
                leg.callId(),
                leg.incoming(),
                leg.role(),
                "",
                "",
                Optional.empty(),
                leg.department(),
                leg.trunk(),
                leg.started(),
                leg.answered(),
                leg.ended(),
                leg.status(),
                leg.reason(),
                leg.quality());
    }

    final void eraseCaller() {
        caller = "";
        callerName = "";
    }

    String id() {
        return id;
    }

    private Details details() {
        return Json.read(details, Details.class);
    }

    /** Whether it is of before, with rows for its legs. */
    boolean isOld() {
        return details().legs().isEmpty();
    }

    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    /** With these legs, if it is of before. */
    CallRecord toRecord(List<LegRecord> old) {
        Details known = details();
        return new CallRecord(
                new CallId(id),
                CallDirection.valueOf(direction),
                CallResult.valueOf(result),
                caller,
                callerName,
                called,
                Micros.toInstant(started),
                Optional.ofNullable(answered).map(Micros::toInstant),
                Micros.toInstant(ended),
                known.legs().orElse(old),
                known.path(),
                known.tags());
    }
}
