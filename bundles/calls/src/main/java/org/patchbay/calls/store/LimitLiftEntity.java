package org.patchbay.calls.store;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.calls.limits.OutsideLimit;

@Entity
@Table(name = "CALL_LIMIT_LIFT")
@NullUnmarked // JPA fills the fields
class LimitLiftEntity {

    /** Portal and limit: one row for each, of the last day on which it was lifted. */
    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(name = "LIMIT_NAME", nullable = false, updatable = false)
    private String limit;

    @Column(name = "LIFTED_ON", nullable = false)
    private String day;

    protected LimitLiftEntity() {}

    static String id(PortalId portal, OutsideLimit limit) {
        return portal.value() + '/' + limit.word();
    }

    static LimitLiftEntity of(PortalId portal, LocalDate day, OutsideLimit limit) {
        var entity = new LimitLiftEntity();
        entity.id = id(portal, limit);
        entity.portal = portal.value();
        entity.limit = limit.word();
        entity.day = day.toString();
        return entity;
    }

    OutsideLimit limit() {
        return OutsideLimit.of(limit).orElseThrow();
    }

    boolean isOn(LocalDate date) {
        return day.equals(date.toString());
    }
}
