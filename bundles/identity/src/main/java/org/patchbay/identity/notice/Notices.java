package org.patchbay.identity.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.store.WarningStore;

/** Writes notices, in the person's language or the portal's. Called inside a unit of work; nobody without an address hears. */
@Component(service = Notices.class)
public final class Notices {

    private final Portals portals;
    private final PortalLinks links;
    private final Mails mails;
    private final WarningStore told;

    @Activate
    public Notices(
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Mails mails,
            @Reference WarningStore told) {
        this.portals = portals;
        this.links = links;
        this.mails = mails;
        this.told = told;
    }

    /** The person is an administrator of the portal from the next sign-in on. */
    public void promoted(Person person) {
        send(person, portal(person), PromotionTemplate.NAME, Optional.empty());
    }

    /** The account is gone; what it was told goes with it. */
    public void forget(PortalId portal, PersonId person) {
        told.erase(portal, person);
    }

    /** The account ends after this day. */
    void expires(Person person, LocalDate day) {
        send(person, portal(person), ExpiryTemplate.NAME, Optional.of(day));
    }

    /** The portal ends after this day; the person looks after it, there or as root. */
    void expires(Person person, Portal portal, LocalDate day) {
        send(person, portal, PortalExpiryTemplate.NAME, Optional.of(day));
    }

    private void send(Person person, Portal about, String template, Optional<LocalDate> day) {
        if (person.email().isEmpty() || !person.enabled()) {
            return;
        }
        String language = person.language().orElse(about.language());
        Map<String, String> values = new HashMap<>(Map.of(
                "name", person.name(),
                "login", person.login(),
                "portal", about.name(),
                "link", links.link(about.id(), "/").toString()));
        day.ifPresent(last -> values.put("day", say(last, language)));
        mails.send(
                person.portal(),
                new MailDraft(person.email().get(), template, language, values, Optional.of(person.id())));
    }

    private static String say(LocalDate day, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .format(day);
    }

    private Portal portal(Person person) {
        return portals.find(person.portal())
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }
}
