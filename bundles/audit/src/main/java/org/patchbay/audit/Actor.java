package org.patchbay.audit;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditActor;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;

/** Who makes a change, as the audit keeps it. */
record Actor(AuditActor kind, Optional<PersonId> person, Optional<String> name, Optional<String> address) {

    static final Actor SYSTEM = new Actor(AuditActor.SYSTEM, Optional.empty(), Optional.empty(), Optional.empty());

    static Actor of(Caller by) {
        Optional<String> address = Optional.of(by.address()).filter(text -> !text.isBlank());
        if (by instanceof Caller.Member member) {
            var kind = member.portal().isRoot() ? AuditActor.ROOT : AuditActor.PERSON;
            return new Actor(kind, Optional.of(member.person()), Optional.of(member.name()), address);
        }
        if (by instanceof Caller.Guest guest) {
            return new Actor(AuditActor.GUEST, Optional.empty(), Optional.of(guest.name()), address);
        }
        return new Actor(AuditActor.NOBODY, Optional.empty(), Optional.empty(), address);
    }

    /** Whose key seals name and address. */
    static PersonId key(Optional<PersonId> person) {
        return person.orElse(PersonalSecrets.GUESTS);
    }

    /** Where that key lives: root's people have theirs in root's portal, wherever they act. */
    static PortalId home(AuditActor kind, PortalId portal) {
        return kind == AuditActor.ROOT ? PortalId.ROOT : portal;
    }
}
