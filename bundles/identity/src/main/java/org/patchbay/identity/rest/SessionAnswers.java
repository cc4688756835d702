package org.patchbay.identity.rest;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.api.identity.Sessions.OpenSession;
import org.patchbay.api.session.SessionView;
import org.patchbay.api.tenancy.PortalView;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.identity.signin.Entry;
import org.patchbay.identity.status.PersonZones;
import org.patchbay.spi.web.SessionCookie;

/** What a client learns of a session. */
@Component(service = SessionAnswers.class)
public final class SessionAnswers {

    private final Sessions sessions;
    private final People people;
    private final Portals portals;
    private final Access access;
    private final PersonZones zones;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public SessionAnswers(
            @Reference Sessions sessions,
            @Reference People people,
            @Reference Portals portals,
            @Reference Access access,
            @Reference PersonZones zones) {
        this.sessions = sessions;
        this.people = people;
        this.portals = portals;
        this.access = access;
        this.zones = zones;
    }

    /** Of the session behind the cookie, of the token, or of nobody. */
    SessionView present(Caller caller, Optional<String> secret) {
        if (caller instanceof Caller.Member member && member.scopes().isPresent()) {
            return ofToken(member);
        }
        Optional<OpenSession> open = secret.flatMap(known -> sessions.open(caller.portal(), known, caller.address()));
        return open.map(session -> view(session.caller(), session.csrfToken()))
                .orElseGet(() -> SessionView.nobody(portal(caller.portal()), Set.of(Right.ANYONE)));
    }

    private SessionView ofToken(Caller.Member token) {
        Set<Right> rights = access.rights(token, token.portal());
        Optional<Person> person =
                rights.contains(Right.OWN_ACCOUNT) ? people.find(token.portal(), token.person()) : Optional.empty();
        return SessionView.ofToken(
                person, person.map(known -> zones.of(known).getId()), portal(token.portal()), rights);
    }

    /** Of a sign-in that has got somewhere; the session of before, if there was one, ends with the new one. */
    Response entry(Entry entry, Caller before) {
        if (entry instanceof Entry.Further further) {
            SessionView view = SessionView.nobody(portal(before.portal()), Set.of(Right.ANYONE))
                    .asking(further.step());
            return Response.ok(withCodes(view, entry)).build();
        }
        NewSession session = ((Entry.In) entry).session();
        if (before instanceof Caller.Member member && member.scopes().isEmpty()) {
            sessions.signOut(member.portal(), member.session());
        }
        return Response.ok(withCodes(view(session.caller(), session.csrfToken()), entry))
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(session.secret()))
                .build();
    }

    private static SessionView withCodes(SessionView view, Entry entry) {
        return entry.recoveryCodes().isEmpty() ? view : view.showing(entry.recoveryCodes());
    }

    /** Nothing, and the cookie goes. */
    static Response end() {
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.ended())
                .build();
    }

    PortalView portal(PortalId portal) {
        return portals.find(portal)
                .map(found -> PortalView.of(found, clock.instant()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
    }

    private SessionView view(Caller caller, String csrfToken) {
        PortalView portal = portal(caller.portal());
        Set<Right> rights = access.rights(caller, caller.portal());
        if (caller instanceof Caller.Guest guest) {
            return SessionView.of(guest, portal, rights, csrfToken);
        }
        return caller.personId()
                .flatMap(id -> people.find(caller.portal(), id))
                .map(person -> SessionView.of(person, zones.of(person).getId(), portal, rights, csrfToken))
                .orElseGet(() -> SessionView.nobody(portal, Set.of(Right.ANYONE)));
    }
}
