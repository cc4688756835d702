package org.patchbay.calls.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.Json;
import org.patchbay.calls.plan.OwnNumbers;

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

    @Column(updatable = false)
    private String together;

    protected CallEntity() {}

    /**
     * What stands in the column of details.
     *
     * @param legs empty in records of before, whose legs have rows of their own
     */
    record Details(List<CallStep> path, List<String> tags, Optional<List<LegRecord>> legs) {}

    /** What is written into the column of details. */
    static String details(CallRecord call) {
        return Json.text(new Details(call.path(), call.tags(), Optional.of(call.legs())));
    }

    /** Takes out number and name of a person, and numbers outside that are theirs. */
    final void erase(PersonId person) {
        Details known = details();
        Optional<PersonId> erased = Optional.of(person);
        if (known.legs().stream()
                .flatMap(List::stream)
                .anyMatch(leg ->
                        leg.role() == CallParty.Role.CALLER && leg.person().equals(erased))) {
            eraseCaller();
        }
        Map<String, String> own = OwnNumbers.of(known.path(), person);
        Optional<List<LegRecord>> left = known.legs().map(legs -> legs.stream()
                .map(leg -> leg.person().equals(erased) ? nameless(leg) : OwnNumbers.without(leg, own))
                .toList());
        details = Json.text(new Details(OwnNumbers.without(known.path(), person, own), known.tags(), left));
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
                known.tags(),
                Optional.ofNullable(together).map(CallId::new));
    }
}
