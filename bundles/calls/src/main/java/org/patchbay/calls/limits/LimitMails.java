package org.patchbay.calls.limits;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.calls.CallEvents;
import org.patchbay.calls.Json;
import org.patchbay.calls.PhoneBook;
import org.patchbay.spi.events.EventSubscriber;

/**
 * Tells by mail that a limit for calls outside is near or reached: the address that the portal chose, and who manages the portal, each in
 * their language; once an hour for each limit. Thread-safe.
 */
@Component(service = EventSubscriber.class)
public final class LimitMails implements EventSubscriber {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PhoneBook book;
    private final Mails mails;
    private final People people;
    private final Access access;
    private final Portals portals;
    private final PortalLinks links;
    private final UnitOfWork unit;
    private final ClusterMap told;

    @Activate
    public LimitMails(
            @Reference PhoneBook book,
            @Reference Mails mails,
            @Reference People people,
            @Reference Access access,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.book = book;
        this.mails = mails;
        this.people = people;
        this.access = access;
        this.portals = portals;
        this.links = links;
        this.unit = unit;
        this.told = cluster.map("call-limit-mails", HOUR);
    }

    @Override
    public String name() {
        return "call-limit-mails";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals(CallEvents.LIMIT_REACHED) || type.equals(CallEvents.LIMIT_NEAR);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        Optional<Portal> home = portals.find(event.portal());
        if (home.isEmpty()) {
            return;
        }
        Notice notice = notice(home.get(), event);
        String key = event.portal() + "/" + notice.key();
        if (!told.putIfAbsent(key, new byte[0])) {
            return;
        }
        try {
            unit.run(() -> tell(home.get(), notice));
        } catch (RuntimeException e) {
            told.remove(key);
            throw e;
        }
    }

    /** What is to be told, in any language. */
    private record Notice(String key, String template, Function<String, Map<String, String>> values) {}

    private Notice notice(Portal home, Event event) {
        if (event.type().equals(CallEvents.LIMIT_NEAR)) {
            var near = Json.read(event.data(), CallEvents.Neared.class);
            return new Notice(
                    near.limit() + "/near",
                    LimitNearTemplate.NAME,
                    language -> Map.of(
                            "portal", home.name(),
                            "calls", link(home, "/calls"),
                            "limits", link(home, "/telephone?tab=settings"),
                            "used", String.valueOf(near.used()),
                            "most", String.valueOf(near.most()),
                            "limit", LimitWords.COUNTED.say(near.limit(), language)));
        }
        var reached = Json.read(event.data(), CallEvents.Limited.class);
        return new Notice(
                reached.limit(),
                LimitTemplate.NAME,
                language -> Map.of(
                        "portal",
                        home.name(),
                        "calls",
                        link(home, "/calls"),
                        "limits",
                        link(home, "/telephone?tab=settings"),
                        "number",
                        reached.number(),
                        "limit",
                        LimitWords.REACHED.say(reached.limit(), language)));
    }

    private String link(Portal home, String path) {
        return links.link(home.id(), path).toString();
    }

    private void tell(Portal home, Notice notice) {
        PortalId portal = home.id();
        Set<String> addresses = new HashSet<>();
        Page.walk(
                page -> people.list(portal, Optional.empty(), page),
                person -> administrator(home, person, notice, addresses));
        book.book().dialPlan().settings(portal).limits().alarm().ifPresent(address -> {
            if (addresses.add(address.toLowerCase(Locale.ROOT))) {
                String language = home.language();
                mails.send(
                        portal,
                        new MailDraft(
                                address,
                                notice.template(),
                                language,
                                notice.values().apply(language)));
            }
        });
    }

    private void administrator(Portal home, Person person, Notice notice, Set<String> addresses) {
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
                            notice.template(),
                            language,
                            notice.values().apply(language),
                            Optional.of(person.id())));
        }
    }
}
