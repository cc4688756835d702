package org.patchbay.click2meet;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.click2meet.mail.MessageTemplate;

/**
 * Messages of visitors whom nobody answered: a mail to the person whose link it is and to nobody else, so that nobody sends
 * mail to addresses of their choice. Thread-safe.
 */
@Component(service = MessageService.class, configurationPid = "org.patchbay.click2meet")
public final class MessageService {

    static final int TEXT_LIMIT = 2000;
    static final int CONTACT_LIMIT = 200;

    /** Lines and tabs are text; other control characters, and halves of characters, are not. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n\\r\\t]]");

    private final PersonalLinks links;
    private final Mails mails;
    private final Portals portals;
    private final Events events;
    private final UnitOfWork unit;
    private final Throttle byAddress;
    private final Throttle byPerson;

    @Activate
    public MessageService(
            @Reference PersonalLinks links,
            @Reference Mails mails,
            @Reference Portals portals,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            Click2MeetConfig config) {
        this(links, mails, portals, events, unit, cluster, config, Clock.systemUTC());
    }

    MessageService(
            PersonalLinks links,
            Mails mails,
            Portals portals,
            Events events,
            UnitOfWork unit,
            Cluster cluster,
            Click2MeetConfig config,
            Clock clock) {
        this.links = links;
        this.mails = mails;
        this.portals = portals;
        this.events = events;
        this.unit = unit;
        this.byAddress = new Throttle(
                cluster, "click2meet-messages-of", config.messagesPerAddress(), Duration.ofHours(1), clock);
        this.byPerson =
                new Throttle(cluster, "click2meet-messages-to", config.messagesPerPerson(), Duration.ofDays(1), clock);
    }

    /** What a visitor writes; the contact is how to reach them, in words of their own. */
    public record Message(String name, Optional<String> contact, String text) {

        Message checked() {
            String body = text.strip();
            if (body.isEmpty() || body.length() > TEXT_LIMIT) {
                throw Problem.INVALID.at("/text", "chat.length", "must be 1 to " + TEXT_LIMIT + " characters");
            }
            if (FORBIDDEN.matcher(body).find()) {
                throw Problem.INVALID.at("/text", "chat.characters", "must be text");
            }
            return new Message(
                    Names.check("/name", name, RingService.NAME_LIMIT),
                    contact.map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .map(line -> Names.check("/contact", line, CONTACT_LIMIT)),
                    body);
        }
    }

    /**
     * Sends a visitor's message to the person.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with the field, NOT_FOUND for no such link, CONFLICT with {@code
     *     click2meet.no-mail} for a person without an address, LIMITED after too many
     */
    public void leave(PortalId portal, String link, Message given, Caller by) {
        Message message = given.checked();
        Person person = links.open(portal, link, by).person();
        String to = person.email()
                .orElseThrow(() ->
                        Problem.CONFLICT.because("click2meet.no-mail", "This person has no address for messages"));
        byAddress.pass(portal, Throttle.addressOf(by));
        byPerson.pass(portal, person.id().value());
        String language = person.language()
                .or(() -> portals.find(portal).map(Portal::language))
                .orElse("en");
        var draft = new MailDraft(
                to,
                MessageTemplate.NAME,
                language,
                Map.of(
                        "name", person.name(),
                        "visitor", message.name(),
                        "contact", message.contact().orElse("–"),
                        "message", message.text()),
                Optional.of(person.id()));
        var data = new Click2MeetEvents.MessageLeft(
                person.id().value(), by.personId().map(PersonId::value), message.name());
        unit.run(() -> {
            mails.send(portal, draft);
            events.publish(portal, Click2MeetEvents.MESSAGE, person.id().value(), data);
        });
    }
}
