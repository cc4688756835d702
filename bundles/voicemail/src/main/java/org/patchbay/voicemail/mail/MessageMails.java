package org.patchbay.voicemail.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.mail.Mail;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailFile;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.voicemail.VoicemailConfig;
import org.patchbay.voicemail.box.MailboxSettings;
import org.patchbay.voicemail.box.VoiceMessage;

/** Tells people of messages by mail. Thread-safe. */
@Component(service = MessageMails.class, configurationPid = "org.patchbay.voicemail")
public final class MessageMails {

    private static final long MEGABYTE = 1_000_000;

    private final Mails mails;
    private final People people;
    private final Portals portals;
    private final PortalLinks links;
    private final Departments departments;
    private final Extensions extensions;
    private final long mostBytes;

    @Activate
    public MessageMails(
            @Reference Mails mails,
            @Reference People people,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Departments departments,
            @Reference Extensions extensions,
            VoicemailConfig config) {
        this.mails = mails;
        this.people = people;
        this.portals = portals;
        this.links = links;
        this.departments = departments;
        this.extensions = extensions;
        this.mostBytes = config.mailMegabytes() * MEGABYTE;
    }

    /**
     * Queues a mail to the person of the extension, who has an address, in the caller's unit of work.
     *
     * @return the mail, if the message goes with it
     */
    public Optional<String> send(PortalId portal, Extension extension, MailboxSettings settings, VoiceMessage message) {
        Optional<Person> person = extension.person().flatMap(id -> people.find(portal, id));
        Optional<String> to = person.flatMap(Person::email);
        Optional<Portal> home = portals.find(portal);
        if (person.isEmpty() || to.isEmpty() || home.isEmpty()) {
            return Optional.empty();
        }
        String language =
                person.get().language().or(settings::language).orElse(home.get().language());
        Optional<MailFile> sound = settings.attach() && message.bytes() <= mostBytes
                ? Optional.of(SoundFiles.of(extension.id(), message.id(), "message-" + extension.number()))
                : Optional.empty();
        Mail mail = mails.send(
                portal,
                new MailDraft(
                        to.get(),
                        MessageTemplate.NAME,
                        language,
                        Map.of(
                                "name", person.get().name(),
                                "caller", caller(message),
                                "time", time(portal, extension, person.get(), home.get(), message, language),
                                "length", length(message.millis()),
                                "number", extension.number(),
                                "link", links.link(portal, "/voicemail").toString(),
                                "host", home.get().host()),
                        person.map(Person::id),
                        Optional.empty(),
                        sound));
        return sound.map(there -> mail.id());
    }

    private static String caller(VoiceMessage message) {
        if (message.caller().isEmpty()) {
            return message.callerName().isEmpty() ? "–" : message.callerName();
        }
        return message.callerName().isEmpty() || message.callerName().equals(message.caller())
                ? message.caller()
                : message.callerName() + ", " + message.caller();
    }

    private String time(
            PortalId portal, Extension extension, Person person, Portal home, VoiceMessage message, String language) {
        String zone = extensions
                .services(portal, extension.id())
                .zone()
                .or(person::zone)
                .or(() -> departments.find(portal, extension.department()).flatMap(Department::zone))
                .orElse(home.zone());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .format(message.received().atZone(ZoneId.of(zone)));
    }

    static String length(long millis) {
        long seconds = millis / 1000;
        return seconds / 60 + ":" + (seconds % 60 < 10 ? "0" : "") + seconds % 60;
    }
}
