package org.patchbay.scheduling.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;

@Entity
@Table(name = "PLAN_RULES")
@NullUnmarked // JPA fills the fields
class RulesEntity {

    @Id
    private String portal;

    @Column(name = "KEEP_DAYS")
    private Integer keepDays;

    protected RulesEntity() {}

    static RulesEntity of(PortalId portal) {
        var entity = new RulesEntity();
        entity.portal = portal.value();
        return entity;
    }

    void keep(Optional<Integer> days) {
        keepDays = days.orElse(null);
    }

    Optional<Integer> keepDays() {
        return Optional.ofNullable(keepDays);
    }
}
