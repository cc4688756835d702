package org.patchbay.scheduling.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.scheduling.time.Timetable;

@Entity
@Table(name = "PLAN")
@NullUnmarked // JPA fills the fields
class PlanEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String organizer;

    @Column(name = "ORGANIZER_NAME", nullable = false)
    private String organizerName;

    @Column(name = "ORGANIZER_EMAIL")
    private String organizerEmail;

    @Column(nullable = false)
    private String title;

    @Column(name = "ZONE_ID", nullable = false)
    private String zone;

    @Column(name = "LOCAL_START", nullable = false)
    private String start;

    @Column(nullable = false)
    private int minutes;

    @Column(nullable = false)
    private int reminder;

    @Lob
    @Column(nullable = false)
    private String details;

    @Column(name = "CODE_HASH", nullable = false, updatable = false)
    private String codeHash;

    @Column(name = "SEALED_CODE", nullable = false, updatable = false)
    private String sealedCode;

    @Column(nullable = false)
    private String state;

    @Column(name = "SEQUENCE_NUMBER", nullable = false)
    private int sequence;

    @Column(name = "LAST_END", nullable = false)
    private long lastEnd;

    @Column(nullable = false, updatable = false)
    private long created;

    @Column(nullable = false)
    private long revision;

    protected PlanEntity() {}

    static PlanEntity of(StoredPlan plan) {
        PlannedMeeting meeting = plan.meeting();
        var entity = new PlanEntity();
        entity.id = meeting.id();
        entity.portal = meeting.portal().value();
        entity.organizer = meeting.organizer().value();
        entity.codeHash = plan.codeHash();
        entity.sealedCode = meeting.code();
        entity.created = Micros.of(meeting.created());
        entity.update(plan);
        return entity;
    }

    void update(StoredPlan plan) {
        PlannedMeeting meeting = plan.meeting();
        organizerEmail = plan.organizerEmail().orElse(null);
        organizerName = meeting.organizerName();
        title = meeting.title();
        zone = meeting.zone();
        start = meeting.start().toString();
        minutes = meeting.minutes();
        reminder = meeting.reminder();
        details = PlanDetails.of(meeting).text();
        state = meeting.state().name();
        sequence = meeting.sequence();
        lastEnd = Micros.of(Timetable.lastEnd(meeting));
        revision = meeting.version();
    }

    boolean isOf(PortalId owner) {
        return portal.equals(owner.value());
    }

    boolean isAt(long version) {
        return revision == version;
    }

    StoredPlan toPlan() {
        PlanDetails kept = PlanDetails.read(details);
        return new StoredPlan(
                new PlannedMeeting(
                        id,
                        new PortalId(portal),
                        new PersonId(organizer),
                        organizerName,
                        title,
                        kept.agenda(),
                        zone,
                        LocalDateTime.parse(start),
                        minutes,
                        kept.recurrence(),
                        kept.changes(),
                        kept.room(),
                        reminder,
                        kept.groups(),
                        List.of(),
                        sealedCode,
                        PlannedMeeting.State.valueOf(state),
                        sequence,
                        Micros.toInstant(created),
                        revision),
                codeHash,
                Optional.ofNullable(organizerEmail));
    }
}
