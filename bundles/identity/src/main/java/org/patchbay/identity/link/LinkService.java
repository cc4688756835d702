package org.patchbay.identity.link;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.PendingReason;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.signin.Entry;
import org.patchbay.identity.signin.NewPasswords;
import org.patchbay.identity.signin.SignIn;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StoredLink;

/** What a page does with the token of a one-time link. */
@Component(service = LinkService.class)
public final class LinkService {

    private final OneTimeLinks links;
    private final PersonStore people;
    private final PersonStatuses statuses;
    private final Gate gate;
    private final NewPasswords newPasswords;
    private final SignIn signIn;
    private final SessionBook sessions;
    private final RootSetupFile rootSetup;
    private final Events events;
    private final UnitOfWork work;

    @Activate
    public LinkService(
            @Reference OneTimeLinks links,
            @Reference PersonStore people,
            @Reference PersonStatuses statuses,
            @Reference Gate gate,
            @Reference NewPasswords newPasswords,
            @Reference SignIn signIn,
            @Reference SessionBook sessions,
            @Reference RootSetupFile rootSetup,
            @Reference Events events,
            @Reference UnitOfWork work) {
        this.links = links;
        this.people = people;
        this.statuses = statuses;
        this.gate = gate;
        this.newPasswords = newPasswords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.rootSetup = rootSetup;
        this.events = events;
        this.work = work;
    }

    /** Says what the link is for, and leaves it usable. */
    public Look look(PortalId portal, String token) {
        return work.call(() -> {
            StoredLink link = links.look(portal, token);
            return new Look(link.kind(), person(link).login(), link.expires());
        });
    }

    /** Sets the password and goes on as if it had been typed; every session from before ends. */
    public Entry use(PortalId portal, String token, String password, Client client, Optional<String> origin) {
        // Hashed before the unit of work, as it takes long; and only for a link that is there, as it costs much.
        Person known = work.call(() -> person(links.look(portal, token)));
        String hash = newPasswords.hash(portal, "/password", password, known.login(), known.email());
        return work.call(() -> {
            // The person first: whoever uses the link at the same moment waits here, and then finds it used.
            people.lock(portal, links.look(portal, token).person());
            StoredLink link = links.use(portal, token);
            Person person = person(link);
            if (!gate.letsWithoutPassword(person, client.address())) {
                throw OneTimeLinks.ended();
            }
            newPasswords.set(person, hash, client);
            sessions.endOf(portal, person.id(), Optional.empty());
            Person changed = people.find(portal, person.id()).orElseThrow(OneTimeLinks::ended);
            events.publish(portal, IdentityEvents.UPDATED, person.id().value(), PersonChange.of(changed));
            if (link.kind().equals(LinkKind.ROOT_SETUP.text())) {
                work.afterCommit(rootSetup::remove);
            }
            return signIn.afterPassword(changed, client, origin);
        });
    }

    private Person person(StoredLink link) {
        Person person =
                people.find(link.portal(), link.person()).map(statuses::current).orElseThrow(OneTimeLinks::ended);
        if (person.pendingReason().equals(Optional.of(PendingReason.BEFORE_FIRST_DAY))) {
            throw Problem.CONFLICT.because(
                    "person.pending",
                    "The account is not active yet",
                    Map.of("from", person.activeFrom().orElseThrow().toString()));
        }
        if (!person.mayEnter()) {
            throw OneTimeLinks.ended();
        }
        return person;
    }

    /** What a link is for and whose it is. */
    public record Look(String kind, String login, Instant expires) {}
}
