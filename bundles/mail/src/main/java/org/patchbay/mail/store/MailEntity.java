package org.patchbay.mail.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailFile;

@Entity
@Table(name = "MAIL")
@NullUnmarked // JPA fills the fields
class MailEntity {

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String recipient;

    @Column(updatable = false)
    private String person;

    @Column(nullable = false, updatable = false)
    private String subject;

    @Column(updatable = false)
    private String kind;

    @Column(nullable = false)
    private String state;

    @Column(nullable = false)
    private int attempts;

    private String error;

    @Column(nullable = false, updatable = false)
    private long created;

    private Long sent;

    @Column(nullable = false)
    private long due;

    @Lob
    @Column(name = "SEALED_TEXT")
    private String sealedText;

    @Lob
    @Column(name = "SEALED_HTML")
    private String sealedHtml;

    @Lob
    @Column(name = "SEALED_CALENDAR")
    private String sealedCalendar;

    /** Source, id and name, a line each. */
    @Column(name = "ATTACHED")
    private String file;

    protected MailEntity() {}

    static MailEntity of(StoredMail stored) {
        Mail mail = stored.mail();
        var entity = new MailEntity();
        entity.id = mail.id();
        entity.portal = mail.portal().value();
        entity.recipient = mail.to();
        entity.person = stored.person().map(PersonId::value).orElse(null);
        entity.subject = mail.subject();
        entity.kind = mail.kind().orElse(null);
        entity.created = micros(mail.created());
        entity.update(stored);
        return entity;
    }

    void update(StoredMail stored) {
        Mail mail = stored.mail();
        state = mail.state().name();
        attempts = mail.attempts();
        error = mail.error().orElse(null);
        sent = mail.sent().map(MailEntity::micros).orElse(null);
        due = micros(stored.due());
        sealedText = stored.sealedText().orElse(null);
        sealedHtml = stored.sealedHtml().orElse(null);
        sealedCalendar = stored.sealedCalendar().orElse(null);
        file = stored.file()
                .map(one -> String.join("\n", one.source(), one.id(), one.name()))
                .orElse(null);
    }

    Mail toMail() {
        return new Mail(
                id,
                new PortalId(portal),
                recipient,
                subject,
                Optional.ofNullable(kind),
                Mail.State.valueOf(state),
                attempts,
                Optional.ofNullable(error),
                moment(created),
                Optional.ofNullable(sent).map(MailEntity::moment),
                attempts > 0 && Mail.State.QUEUED.name().equals(state) ? Optional.of(moment(due)) : Optional.empty());
    }

    StoredMail toStored() {
        return new StoredMail(
                toMail(),
                Optional.ofNullable(sealedText),
                Optional.ofNullable(sealedHtml),
                moment(due),
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(sealedCalendar),
                Optional.ofNullable(file).map(MailEntity::file));
    }

    private static MailFile file(String kept) {
        String[] lines = kept.split("\n", 3);
        return new MailFile(lines[0], lines[1], lines[2]);
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static Instant moment(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
