package org.patchbay.identity.people;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.PersonStore;

/**
 * Keeps a portal's last system owner, and root's portal its last root: nobody removes, disables or lets expire the one
 * without whom nobody could undo it; who cannot sign in yet does not stand in for who can. Called inside the unit of work of the change. Thread-safe.
 */
@Component(service = LastOwner.class)
public final class LastOwner {

    private final PersonStore people;
    private final PersonStatuses statuses;

    @Activate
    public LastOwner(@Reference PersonStore people, @Reference PersonStatuses statuses) {
        this.people = people;
        this.statuses = statuses;
    }

    void requireAfter(Person present, PersonDraft draft) {
        Person changed = statuses.current(present.with(draft, present.version()));
        for (String role : List.of(RoleBook.SYSTEM_OWNER, RoleBook.ROOT)) {
            require(present, role, hold(changed, role));
        }
    }

    void requireWithout(Person present) {
        for (String role : List.of(RoleBook.SYSTEM_OWNER, RoleBook.ROOT)) {
            require(present, role, Hold.NONE);
        }
    }

    /** The strongest hold on the role in the portal may not become weaker. */
    private void require(Person present, String role, Hold after) {
        Hold before = hold(statuses.current(present), role);
        if (after.compareTo(before) >= 0) {
            return;
        }
        boolean another = people.holders(present.portal(), role).stream()
                .filter(holder -> !holder.id().equals(present.id()))
                .map(holder -> hold(statuses.current(holder), role))
                .anyMatch(hold -> hold.compareTo(before) >= 0);
        if (!another) {
            throw Problem.CONFLICT.because("owner.last", "Nobody else would own the portal; make another owner first");
        }
    }

    private static Hold hold(Person person, String role) {
        if (!person.roles().contains(role)) {
            return Hold.NONE;
        }
        boolean lasts = person.activeUntil().isEmpty();
        return switch (person.status()) {
            case ACTIVE -> lasts ? Hold.LASTING : Hold.PASSING;
            case PENDING -> lasts ? Hold.PENDING : Hold.PENDING_PASSING;
            case DISABLED, EXPIRED -> Hold.NONE;
        };
    }

    /** Weakest first: whoever signs in today can make another owner before the own account ends. */
    private enum Hold {
        NONE,
        PENDING_PASSING,
        PENDING,
        PASSING,
        LASTING
    }
}
