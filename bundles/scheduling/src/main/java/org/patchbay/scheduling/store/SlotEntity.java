package org.patchbay.scheduling.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.scheduling.store.PlanStore.DueReminder;
import org.patchbay.scheduling.store.PlanStore.PlanTime;
import org.patchbay.scheduling.time.Slot;

@Entity
@Table(name = "PLAN_SLOT")
@NullUnmarked // JPA fills the fields
class SlotEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String plan;

    @Column(nullable = false, updatable = false)
    private String occurrence;

    @Column(nullable = false, updatable = false)
    private long starts;

    @Column(nullable = false, updatable = false)
    private long ends;

    @Column(nullable = false, updatable = false)
    private short moved;

    @Column(name = "REMIND_AT")
    private Long remindAt;

    protected SlotEntity() {}

    static SlotEntity of(PortalId portal, String plan, Slot slot, int reminder, Instant notBefore) {
        var entity = new SlotEntity();
        entity.id = plan + "/" + slot.occurrence();
        entity.portal = portal.value();
        entity.plan = plan;
        entity.occurrence = slot.occurrence().toString();
        entity.starts = Micros.of(slot.starts());
        entity.ends = Micros.of(slot.ends());
        entity.moved = (short) (slot.moved() ? 1 : 0);
        Instant due = slot.starts().minus(Duration.ofMinutes(reminder));
        entity.remindAt = reminder > 0 && due.isAfter(notBefore) ? Micros.of(due) : null;
        return entity;
    }

    /** The same with the reminder that is pending of the time as it was, unless there is one or it starts at another time. */
    SlotEntity after(SlotEntity before) {
        if (remindAt == null && starts == before.starts) {
            remindAt = before.remindAt;
        }
        return this;
    }

    String id() {
        return id;
    }

    /** What orders times: the start, then the id. */
    String cursor() {
        return starts + "," + id;
    }

    String plan() {
        return plan;
    }

    PlanTime toTime(Map<String, ZoneId> zones) {
        Instant start = Micros.toInstant(starts);
        return new PlanTime(
                plan,
                new Slot(
                        LocalDateTime.parse(occurrence),
                        LocalDateTime.ofInstant(start, zones.getOrDefault(plan, ZoneOffset.UTC)),
                        start,
                        Micros.toInstant(ends),
                        moved == 1));
    }

    DueReminder toReminder() {
        return new DueReminder(new PortalId(portal), plan, LocalDateTime.parse(occurrence), Micros.toInstant(starts));
    }
}
