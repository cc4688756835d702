package org.patchbay.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.patchbay.api.mail.MailFile;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.mail.store.MailStore;
import org.patchbay.mail.store.StoredMail;
import org.patchbay.spi.mail.MailFiles;
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
    private final Portals portals;
    private final Events events;
    private final UnitOfWork unit;
    private final Secrets secrets;
    private final Postman postman;
    private final FilesDirectory files;
    private final MailConfig config;
    private final Clock clock;
    private final Task task;

    @Activate
    public Outbox(
            @Reference Cluster cluster,
            @Reference MailStore store,
            @Reference Portals portals,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Secrets secrets,
            @Reference Postman postman,
            @Reference FilesDirectory files,
            MailConfig config) {
        this(cluster, store, portals, events, unit, secrets, postman, files, config, Clock.systemUTC());
    }

    Outbox(
            Cluster cluster,
            MailStore store,
            Portals portals,
            Events events,
            UnitOfWork unit,
            Secrets secrets,
            Postman postman,
            FilesDirectory files,
            MailConfig config,
            Clock clock) {
        this.store = store;
        this.portals = portals;
        this.events = events;
        this.unit = unit;
        this.secrets = secrets;
        this.postman = postman;
        this.files = files;
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

    /** Delivers what is due; of two runs on this node one waits for the other. */
    synchronized void deliverDue() {
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
                    sender(mail),
                    mail.to(),
                    mail.subject(),
                    open(stored.sealedText(), mail),
                    open(stored.sealedHtml(), mail),
                    stored.sealedCalendar()
                            .map(kept -> Calendars.read(secrets.open(mail.portal(), MailService.BODY_FIELD, kept))),
                    enclosure(stored)));
            sent(stored, attempts);
        } catch (Postman.DeliveryException e) {
            refused(stored, attempts, e);
        } catch (PatchbayException e) {
            ended(stored, mail.with(Mail.State.FAILED, attempts, Optional.of("The body does not open: " + e.code())));
        }
    }

    private Optional<Postman.Enclosure> enclosure(StoredMail stored) throws Postman.DeliveryException {
        if (stored.file().isEmpty()) {
            return Optional.empty();
        }
        MailFile file = stored.file().get();
        try {
            MailFiles source = files.named(file.source());
            return source.file(stored.mail().portal(), file.id())
                    .map(path -> new Postman.Enclosure(path, source.type(), file.name()));
        } catch (IOException e) {
            throw new Postman.DeliveryException("Its file cannot be read: " + e.getMessage(), true);
        }
    }

    private String sender(Mail mail) {
        return portals.find(mail.portal())
                .map(portal -> SenderAddress.of(portal.name(), config.from()))
                .orElse(config.from());
    }

    private String open(Optional<String> sealed, Mail mail) {
        return sealed.map(text -> secrets.open(mail.portal(), MailService.BODY_FIELD, text))
                .orElse("");
    }

    private void sent(StoredMail stored, int attempts) {
        Mail mail = stored.mail();
        Instant now = clock.instant();
        unit.run(() -> {
            store.update(stored.with(mail.sentAt(now, attempts), Optional.empty(), Optional.empty(), now));
            events.publish(
                    mail.portal(),
                    MailEvents.SENT,
                    mail.id(),
                    new MailEvents.MailSent(mail.id(), mail.subject(), attempts));
        });
    }

    private void refused(StoredMail stored, int attempts, Postman.DeliveryException refusal) {
        Mail mail = stored.mail();
        String said = refusal.getMessage() == null ? "" : refusal.getMessage();
        String error = said.length() > ERROR_LIMIT ? said.substring(0, ERROR_LIMIT) : said;
        log.debug("Mail {} was not taken, attempt {}", mail.id(), attempts);
        if (refusal.retryable() && attempts < config.attemptLimit()) {
            Instant due = clock.instant()
                    .plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 10)))
                    .truncatedTo(ChronoUnit.MICROS);
            unit.run(() -> store.update(
                    stored.with(mail.againAt(due, attempts, error), stored.sealedText(), stored.sealedHtml(), due)));
        } else {
            Mail.State state = refusal.bounced() ? Mail.State.BOUNCED : Mail.State.FAILED;
            ended(stored, mail.with(state, attempts, Optional.of(error)));
        }
    }

    /** No more attempts, unless somebody asks for one. */
    private void ended(StoredMail stored, Mail mail) {
        unit.run(() -> {
            store.update(stored.with(mail, stored.sealedText(), stored.sealedHtml(), clock.instant()));
            events.publish(
                    mail.portal(),
                    mail.state() == Mail.State.BOUNCED ? MailEvents.BOUNCED : MailEvents.FAILED,
                    mail.id(),
                    new MailEvents.MailFailed(
                            mail.id(),
                            stored.person().map(PersonId::value),
                            mail.subject(),
                            mail.attempts(),
                            mail.error().orElse("")));
        });
    }
}
