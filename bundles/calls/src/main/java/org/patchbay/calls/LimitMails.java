package org.patchbay.calls;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.events.Event;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.spi.events.EventSubscriber;

/**
 * Tells by mail that a limit for calls outside is reached: the address that the portal chose, and who manages the portal, each in
 * their language; once an hour for each limit. Thread-safe.
 */
@Component(service = EventSubscriber.class)
public final class LimitMails implements EventSubscriber {

    private static final Duration HOUR = Duration.ofHours(1);

    private static final Map<String, Map<String, String>> LIMITS = Map.of(
            "simultaneous",
                    Map.of(
                            "en", "too many at once",
                            "de", "zu viele gleichzeitig",
                            "es", "demasiadas a la vez",
                            "fr", "trop en même temps"),
            "minutes",
                    Map.of(
                            "en", "the minutes of the day are used up",
                            "de", "die Minuten des Tages sind verbraucht",
                            "es", "se agotaron los minutos del día",
                            "fr", "les minutes du jour sont épuisées"),
            "destinations",
                    Map.of(
                            "en", "too many different numbers today",
                            "de", "heute zu viele verschiedene Nummern",
                            "es", "hoy demasiados números distintos",
                            "fr", "trop de numéros différents aujourd’hui"));

    private final PhoneBook book;
    private final Mails mails;
    private final People people;
    private final Access access;
    private final Portals portals;
    private final UnitOfWork unit;
    private final ClusterMap told;

    @Activate
    public LimitMails(
            @Reference PhoneBook book,
            @Reference Mails mails,
            @Reference People people,
            @Reference Access access,
            @Reference Portals portals,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.book = book;
        this.mails = mails;
        this.people = people;
        this.access = access;
        this.portals = portals;
        this.unit = unit;
        this.told = cluster.map("call-limit-mails", HOUR);
    }

    @Override
    public String name() {
        return "call-limit-mails";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals(CallEvents.LIMIT_REACHED);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        var reached = Json.read(event.data(), CallEvents.Limited.class);
        Optional<Portal> home = portals.find(event.portal());
        String key = event.portal() + "/" + reached.limit();
        if (home.isEmpty() || !told.putIfAbsent(key, new byte[0])) {
            return;
        }
        try {
            unit.run(() -> tell(home.get(), reached));
        } catch (RuntimeException e) {
            told.remove(key);
            throw e;
        }
    }

    private void tell(Portal home, CallEvents.Limited reached) {
        PortalId portal = home.id();
        Set<String> addresses = new HashSet<>();
        Page.walk(
                page -> people.list(portal, Optional.empty(), page),
                person -> administrator(home, person, reached, addresses));
        book.book().dialPlan().settings(portal).limits().alarm().ifPresent(address -> {
            if (addresses.add(address.toLowerCase(Locale.ROOT))) {
                String language = home.language();
                mails.send(
                        portal, new MailDraft(address, LimitTemplate.NAME, language, values(home, reached, language)));
            }
        });
    }

    private void administrator(Portal home, Person person, CallEvents.Limited reached, Set<String> addresses) {
        Optional<String> to = person.email().filter(address -> person.enabled());
        if (to.isEmpty()
                || !access.rights(Caller.Member.of(person, "mail", ""), home.id())
                        .contains(Right.MANAGE_PORTAL)) {
            return;
        }
        if (addresses.add(to.get().toLowerCase(Locale.ROOT))) {
            String language = person.language().orElse(home.language());
            mails.send(
                    home.id(),
                    new MailDraft(
                            to.get(),
                            LimitTemplate.NAME,
                            language,
                            values(home, reached, language),
                            Optional.of(person.id())));
        }
    }

    private static Map<String, String> values(Portal home, CallEvents.Limited reached, String language) {
        return Map.of(
                "portal", home.name(),
                "host", home.host(),
                "number", reached.number(),
                "limit", said(reached.limit(), language));
    }

    static String said(String limit, String language) {
        Map<String, String> words = LIMITS.getOrDefault(limit, Map.of());
        return words.getOrDefault(language, words.getOrDefault("en", limit));
    }
}
