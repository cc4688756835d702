package org.patchbay.mail;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of mail; the subject of each is the mail's id. */
@Component
public final class MailEvents implements EventTypes {

    static final String QUEUED = "mail.queued";
    static final String SENT = "mail.sent";
    static final String FAILED = "mail.failed";
    static final String BOUNCED = "mail.bounced";
    static final String LOOKED_AT = "mail.looked-at";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(QUEUED, "A mail was put into the outbox.", MailQueued.class),
                EventType.durable(SENT, "The mail server took a mail.", MailSent.class),
                EventType.durable(FAILED, "A mail could not be delivered.", MailFailed.class),
                EventType.durable(
                        BOUNCED, "The mail server refused a mail or its recipient for good.", MailFailed.class),
                EventType.durable(LOOKED_AT, "Somebody read a mail in the outbox.", MailLookedAt.class));
    }

    /** Data of {@link #QUEUED}. */
    public record MailQueued(String mail, String subject, String template, boolean kept) {}

    /** Data of {@link #SENT}. */
    public record MailSent(String mail, String subject, int attempts) {}

    /** Data of {@link #FAILED} and {@link #BOUNCED}. */
    public record MailFailed(
            String mail,
            Optional<String> person,
            String subject,
            int attempts,
            @Personal(of = "person") String error) {}

    /** Data of {@link #LOOKED_AT}. */
    public record MailLookedAt(String mail, String person, @Personal(of = "person") String name) {}
}
