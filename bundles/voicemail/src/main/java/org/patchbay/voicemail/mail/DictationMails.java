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
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.MailFile;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.voicemail.VoicemailConfig;
import org.patchbay.voicemail.box.Dictation;
import org.patchbay.voicemail.box.MailboxSettings;

/** Sends people what they dictated, where it is small enough, or tells them of it. Thread-safe. */
@Component(service = DictationMails.class, configurationPid = "org.patchbay.voicemail")
public final class DictationMails {

    private static final long MEGABYTE = 1_000_000;

    private final Mails mails;
    private final People people;
    private final Portals portals;
    private final PortalLinks links;
    private final long mostBytes;

    @Activate
    public DictationMails(
            @Reference Mails mails,
            @Reference People people,
            @Reference Portals portals,
            @Reference PortalLinks links,
            VoicemailConfig config) {
        this.mails = mails;
        this.people = people;
        this.portals = portals;
        this.links = links;
        this.mostBytes = config.mailMegabytes() * MEGABYTE;
    }

    /** Queues a mail to the person of the extension, who has an address, in the caller's unit of work. */
    public void send(PortalId portal, Extension extension, MailboxSettings settings, Dictation dictation) {
        Optional<Person> person = extension.person().flatMap(id -> people.find(portal, id));
        Optional<String> to = person.flatMap(Person::email);
        Optional<Portal> home = portals.find(portal);
        if (person.isEmpty() || to.isEmpty() || home.isEmpty()) {
            return;
        }
        String language =
                person.get().language().or(settings::language).orElse(home.get().language());
        String zone = person.get().zone().orElse(home.get().zone());
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .format(dictation.recorded().atZone(ZoneId.of(zone)));
        Optional<MailFile> sound = dictation.bytes() <= mostBytes
                ? Optional.of(SoundFiles.of(extension.id(), dictation.id(), "dictation-" + extension.number()))
                : Optional.empty();
        mails.send(
                portal,
                new MailDraft(
                        to.get(),
                        DictationTemplate.NAME,
                        language,
                        Map.of(
                                "name", person.get().name(),
                                "time", time,
                                "length", MessageMails.length(dictation.millis()),
                                "number", extension.number(),
                                "link", links.link(portal, "/voicemail").toString(),
                                "host", home.get().host()),
                        person.map(Person::id),
                        Optional.empty(),
                        sound));
    }
}
