package org.patchbay.calls.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.calls.Json;

/** A leg of a record of before version 2 of the tables; since then legs stand in the record. */
@Entity
@Table(name = "CALL_LEG")
@NullUnmarked // JPA fills the fields
class LegEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "CALL_ID", nullable = false, updatable = false)
    private String call;

    @Column(nullable = false, updatable = false)
    private int position;

    @Column(nullable = false, updatable = false)
    private String leg;

    @Column(name = "SIP_CALL_ID", nullable = false, updatable = false)
    private String sipCallId;

    @Column(nullable = false, updatable = false)
    private short incoming;

    @Column(name = "PARTY_ROLE", nullable = false, updatable = false)
    private String role;

    @Column(name = "PARTY_NUMBER", nullable = false)
    private String number;

    @Column(name = "PARTY_NAME", nullable = false)
    private String name;

    private String person;
    private String department;
    private String trunk;

    @Column(nullable = false, updatable = false)
    private long started;

    private Long answered;

    @Column(nullable = false, updatable = false)
    private long ended;

    @Column(nullable = false, updatable = false)
    private int status;

    @Column(nullable = false, updatable = false)
    private String reason;

    private String quality;

    protected LegEntity() {}

    final void erase() {
        number = "";
        name = "";
        person = null;
    }

    String call() {
        return call;
    }

    boolean isCaller() {
        return role.equals(CallParty.Role.CALLER.name());
    }

    LegRecord toRecord() {
        return new LegRecord(
                leg,
                sipCallId,
                incoming != 0,
                CallParty.Role.valueOf(role),
                number,
                name,
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(department).map(DepartmentId::new),
                Optional.ofNullable(trunk),
                Micros.toInstant(started),
                Optional.ofNullable(answered).map(Micros::toInstant),
                Micros.toInstant(ended),
                status,
                reason,
                Optional.ofNullable(quality).map(text -> Json.read(text, PortQuality.class)));
    }
}
