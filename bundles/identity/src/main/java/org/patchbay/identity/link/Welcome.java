package org.patchbay.identity.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.SetupLink;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.people.RoleBook;
import org.patchbay.identity.store.LinkStore;

/** Sends people the link with which they set a password. Called inside a unit of work. */
@Component(service = Welcome.class, configurationPid = "org.patchbay.identity")
public final class Welcome {

    private final OneTimeLinks tokens;
    private final LinkStore store;
    private final Portals portals;
    private final PortalLinks links;
    private final Mails mails;
    private final RoleBook roles;
    private final Events events;
    private final Duration validity;
    private final Clock clock;

    @Activate
    public Welcome(
            @Reference OneTimeLinks tokens,
            @Reference LinkStore store,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Mails mails,
            @Reference RoleBook roles,
            @Reference Events events,
            IdentityConfig config) {
        this(tokens, store, portals, links, mails, roles, events, config, Clock.systemUTC());
    }

    public Welcome(
            OneTimeLinks tokens,
            LinkStore store,
            Portals portals,
            PortalLinks links,
            Mails mails,
            RoleBook roles,
            Events events,
            IdentityConfig config,
            Clock clock) {
        this.tokens = tokens;
        this.store = store;
        this.portals = portals;
        this.links = links;
        this.mails = mails;
        this.roles = roles;
        this.events = events;
        this.validity = Duration.ofDays(config.welcomeDays());
        this.clock = clock;
    }

    /** Ends earlier links of the person and mails a fresh one, in the person's language or the portal's. */
    public void send(Person person) {
        String email = person.email()
                .orElseThrow(() -> Problem.CONFLICT.because(
                        "person.no-email", "A person without an e-mail address cannot be sent a link"));
        Portal portal = portals.find(person.portal())
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        String language = person.language().orElse(portal.language());
        SetupLink link = fresh(person);
        mails.send(
                person.portal(),
                new MailDraft(
                        email,
                        roles.administers(person) ? AdministratorInvitationTemplate.NAME : WelcomeTemplate.NAME,
                        language,
                        Map.of(
                                "name", person.name(),
                                "login", person.login(),
                                "portal", portal.name(),
                                "link", link.link(),
                                "expires", Expiry.say(language, person, portal, link.expires())),
                        Optional.of(person.id())));
        events.publish(person.portal(), IdentityEvents.INVITED, person.id().value(), PersonChange.of(person));
    }

    /** Ends earlier links of the person and answers a fresh one, for somebody to hand over. */
    public SetupLink link(Person person) {
        SetupLink link = fresh(person);
        events.publish(person.portal(), IdentityEvents.LINKED, person.id().value(), PersonChange.of(person));
        return link;
    }

    /** Ends the person's links. */
    public void revoke(PortalId portal, PersonId person) {
        store.deleteOfPerson(portal, person);
    }

    /** Ends the links of everybody in the portal. */
    public void revokeAll(PortalId portal) {
        store.erase(portal);
    }

    private SetupLink fresh(Person person) {
        Instant expires = clock.instant().plus(validity).truncatedTo(ChronoUnit.SECONDS);
        String path = tokens.issue(person, LinkKind.WELCOME, validity);
        return new SetupLink(links.link(person.portal(), path).toString(), expires);
    }
}
