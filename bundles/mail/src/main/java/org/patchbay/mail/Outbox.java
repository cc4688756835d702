package org.patchbay.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.mail.store.MailStore;
import org.patchbay.mail.store.StoredMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due mails to the mail server, on one node at a time, with growing pauses between attempts; without a mail server
 * they stay. A mail is sent at least once: after a crash between delivery and noting it, a second time. Thread-safe.
 */
@Component(service = Outbox.class, immediate = true, configurationPid = "org.patchbay.mail")
public final class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int AT_ONCE = 50;
    private static final int ERROR_LIMIT = 500;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private final MailStore store;
    private final Events events;
    private final UnitOfWork unit;
    private final Secrets secrets;
    private final Postman postman;
    private final MailConfig config;
    private final Clock clock;
    private final Task task;

    @Activate
    public Outbox(
            @Reference Cluster cluster,
            @Reference MailStore store,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Secrets secrets,
            @Reference Postman postman,
            MailConfig config) {
        this(cluster, store, events, unit, secrets, postman, config, Clock.systemUTC());
    }

    Outbox(
            Cluster cluster,
            MailStore store,
            Events events,
            UnitOfWork unit,
            Secrets secrets,
            Postman postman,
            MailConfig config,
            Clock clock) {
        this.store = store;
        this.events = events;
        this.unit = unit;
        this.secrets = secrets;
        this.postman = postman;
        this.config = config;
        this.clock = clock;
        this.task = cluster.task("mail-outbox", Duration.ofSeconds(config.outboxSeconds()), this::deliverDue);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** Whether a mail server is configured. */
    boolean canDeliver() {
        return !config.smtpUrl().isBlank();
    }

    /** Looks at once for what is due. */
    void wake() {
        if (canDeliver()) {
            task.wake();
        }
    }

    private void deliverDue() {
        if (!canDeliver()) {
            return;
        }
        int found = AT_ONCE;
        while (found == AT_ONCE) {
            var due = store.due(clock.instant(), AT_ONCE);
            due.forEach(this::deliver);
            found = due.size();
        }
    }

    private void deliver(StoredMail stored) {
        Mail mail = stored.mail();
        int attempts = mail.attempts() + 1;
        try {
            postman.deliver(new Postman.Envelope(
                    mail.id(),
                    config.from(),
                    mail.to(),
                    mail.subject(),
                    open(stored.sealedText(), mail),
                    open(stored.sealedHtml(), mail)));
            sent(stored, attempts);
        } catch (Postman.DeliveryException e) {
            String error = e.getMessage() == null ? "" : e.getMessage();
            failed(stored, attempts, error, e.retryable());
        } catch (PatchbayException e) {
            failed(stored, attempts, "The body does not open: " + e.code(), false);
        }
    }

    private String open(Optional<String> sealed, Mail mail) {
        return sealed.map(text -> secrets.open(mail.portal(), MailService.BODY_FIELD, text))
                .orElse("");
    }

    private void sent(StoredMail stored, int attempts) {
        Mail mail = stored.mail();
        Instant now = clock.instant();
        unit.run(() -> {
            store.update(stored.with(
                    with(mail, Mail.State.SENT, attempts, Optional.empty(), Optional.of(now)),
                    Optional.empty(),
                    Optional.empty(),
                    now));
            events.publish(
                    mail.portal(),
                    MailEvents.SENT,
                    mail.id(),
                    new MailEvents.MailSent(mail.id(), mail.subject(), attempts));
        });
    }

    private void failed(StoredMail stored, int attempts, String reason, boolean retryable) {
        Mail mail = stored.mail();
        String error = reason.length() > ERROR_LIMIT ? reason.substring(0, ERROR_LIMIT) : reason;
        boolean over = !retryable || attempts >= config.attemptLimit();
        log.debug("Mail {} was not taken, attempt {}", mail.id(), attempts);
        Mail.State state = over ? Mail.State.FAILED : Mail.State.QUEUED;
        Instant due = clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10)));
        unit.run(() -> {
            store.update(stored.with(
                    with(mail, state, attempts, Optional.of(error), Optional.empty()),
                    stored.sealedText(),
                    stored.sealedHtml(),
                    due));
            if (over) {
                events.publish(
                        mail.portal(),
                        MailEvents.FAILED,
                        mail.id(),
                        new MailEvents.MailFailed(
                                mail.id(), stored.person().map(PersonId::value), mail.subject(), attempts, error));
            }
        });
    }

    private static Mail with(
            Mail mail, Mail.State state, int attempts, Optional<String> error, Optional<Instant> sent) {
        return new Mail(
                mail.id(), mail.portal(), mail.to(), mail.subject(), state, attempts, error, mail.created(), sent);
    }
}
