package org.patchbay.identity.people;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonStatus;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.IdentityEvents.PersonChange;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.notice.Notices;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.token.ApiTokens;

/**
 * Writes a person whose change was found lawful, with all that follows from it. Called inside the unit of work of the
 * change. Thread-safe.
 */
@Component(service = PersonWriter.class)
public final class PersonWriter {

    private final PersonStore store;
    private final SessionBook sessions;
    private final ApiTokens tokens;
    private final RoleBook roles;
    private final Welcome welcome;
    private final Notices notices;
    private final Events events;
    private final Audit audit;

    @Activate
    public PersonWriter(
            @Reference PersonStore store,
            @Reference SessionBook sessions,
            @Reference ApiTokens tokens,
            @Reference RoleBook roles,
            @Reference Welcome welcome,
            @Reference Notices notices,
            @Reference Events events,
            @Reference Audit audit) {
        this.store = store;
        this.sessions = sessions;
        this.tokens = tokens;
        this.roles = roles;
        this.welcome = welcome;
        this.notices = notices;
        this.events = events;
        this.audit = audit;
    }

    /** Answers the person as written; STALE unless the version is the one after the present. */
    Person write(Person present, Person changed, Caller by) {
        if (!store.update(changed)) {
            throw Problem.STALE.because("The person is at version " + present.version());
        }
        endWhatNoLongerHolds(present, changed, by);
        if (roles.administers(changed) && !roles.administers(present)) {
            notices.promoted(changed);
        }
        events.publish(changed.portal(), IdentityEvents.UPDATED, changed.id().value(), PersonChange.of(changed));
        audit.record(
                changed.portal(),
                by,
                PersonAudit.change(IdentityEvents.UPDATED, Optional.of(present), Optional.of(changed)));
        return changed;
    }

    /** Live connections were opened with the rights of before, and a link may have gone to a wrong address. */
    private void endWhatNoLongerHolds(Person before, Person after, Caller by) {
        if (after.status() != PersonStatus.ACTIVE
                || (after.mustChangePassword() && !before.mustChangePassword())
                || !after.roles().containsAll(before.roles())
                || !after.memberships().containsAll(before.memberships())) {
            sessions.endOf(after.portal(), after.id(), Optional.empty());
        }
        if (!after.enabled()) {
            // Sessions begin anew with a sign-in; a token would work again by itself once the account is enabled.
            tokens.revokeAll(after.portal(), after.id(), by);
        }
        if (!after.enabled() || !after.email().equals(before.email())) {
            welcome.revoke(after.portal(), after.id());
        }
    }
}
