package org.patchbay.scheduling.store;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.Invitee;
import org.patchbay.scheduling.store.PlanStore.PlanTicket;

@Entity
@Table(name = "PLAN_TICKET")
@NullUnmarked // JPA fills the fields
class TicketEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String plan;

    private String person;

    private String contact;

    @Column(name = "GROUP_NAME")
    private String group;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String email;

    @Column(nullable = false)
    private String language;

    @Column(nullable = false)
    private String answer;

    private Long answered;

    private Long stamp;

    @Column(name = "SENT_SEQUENCE", nullable = false)
    private int sent;

    @Lob
    @Column(name = "OCCURRENCE_ANSWERS", nullable = false)
    private String answers;

    @Column(name = "SECRET_HASH", nullable = false, updatable = false)
    private String secretHash;

    @Column(name = "SEALED_SECRET", nullable = false, updatable = false)
    private String sealedSecret;

    protected TicketEntity() {}

    static TicketEntity of(PortalId portal, String plan, Ticket ticket) {
        var entity = new TicketEntity();
        entity.id = ticket.invitee().id();
        entity.portal = portal.value();
        entity.plan = plan;
        entity.secretHash = ticket.secretHash();
        entity.sealedSecret = ticket.sealedSecret();
        entity.update(ticket);
        return entity;
    }

    void update(Ticket ticket) {
        Invitee invitee = ticket.invitee();
        person = invitee.person().map(PersonId::value).orElse(null);
        contact = invitee.contact().map(ContactId::value).orElse(null);
        group = invitee.group().orElse(null);
        name = invitee.name();
        email = invitee.email();
        language = invitee.language();
        answer = invitee.answer().name();
        answered = invitee.answered().map(Micros::of).orElse(null);
        stamp = ticket.stamp().map(Micros::of).orElse(null);
        sent = ticket.sent();
        answers = PlanDetails.write(invitee.occurrences());
    }

    boolean isOf(PortalId owner) {
        return portal.equals(owner.value());
    }

    PlanTicket toPlanTicket() {
        return new PlanTicket(plan, toTicket());
    }

    Ticket toTicket() {
        return new Ticket(
                new Invitee(
                        id,
                        Optional.ofNullable(person).map(PersonId::new),
                        Optional.ofNullable(contact).map(ContactId::new),
                        Optional.ofNullable(group),
                        name,
                        email,
                        language,
                        Answer.valueOf(answer),
                        Optional.ofNullable(answered).map(Micros::toInstant),
                        PlanDetails.answers(answers)),
                sent,
                Optional.ofNullable(stamp).map(Micros::toInstant),
                secretHash,
                sealedSecret);
    }
}
