package org.patchbay.identity.link;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Person;
import org.patchbay.api.mail.MailDraft;
import org.patchbay.api.mail.Mails;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;

/** Mails the link with which somebody who has forgotten login or password gets back in. Called inside a unit of work. */
@Component(service = RecoveryMail.class)
public final class RecoveryMail {

    static final Duration VALIDITY = Duration.ofHours(1);

    private final OneTimeLinks tokens;
    private final Portals portals;
    private final PortalLinks links;
    private final Mails mails;
    private final Events events;
    private final Clock clock;

    @Activate
    public RecoveryMail(
            @Reference OneTimeLinks tokens,
            @Reference Portals portals,
            @Reference PortalLinks links,
            @Reference Mails mails,
            @Reference Events events) {
        this(tokens, portals, links, mails, events, Clock.systemUTC());
    }

    public RecoveryMail(
            OneTimeLinks tokens, Portals portals, PortalLinks links, Mails mails, Events events, Clock clock) {
        this.tokens = tokens;
        this.portals = portals;
        this.links = links;
        this.mails = mails;
        this.events = events;
        this.clock = clock;
    }

    /** Ends earlier links of this kind and mails a fresh one. */
    public void send(Person person) {
        Portal portal = portals.find(person.portal())
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        String language = person.language().orElse(portal.language());
        String path = tokens.issue(person, LinkKind.RECOVERY, VALIDITY);
        mails.send(
                person.portal(),
                new MailDraft(
                        person.email().orElseThrow(),
                        RecoveryTemplate.NAME,
                        language,
                        Map.of(
                                "name", person.name(),
                                "login", person.login(),
                                "portal", portal.name(),
                                "link", links.link(person.portal(), path).toString(),
                                "expires",
                                        Expiry.say(
                                                language,
                                                person,
                                                portal,
                                                clock.instant().plus(VALIDITY))),
                        Optional.of(person.id())));
        events.publish(
                person.portal(), IdentityEvents.RECOVERY_REQUESTED, person.id().value(), PersonChange.of(person));
    }
}
