package org.patchbay.identity.people;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** Lets a caller at somebody whom they may see or manage. Thread-safe. */
@Component(service = Management.class)
public final class Management {

    private final People people;
    private final Precedence precedence;

    @Activate
    public Management(@Reference People people, @Reference Precedence precedence) {
        this.people = people;
        this.precedence = precedence;
    }

    /** The person, whom the caller may see; NOT_FOUND for somebody of other departments too. */
    public Person see(PortalId portal, PersonId id, Caller by) {
        Person person = people.find(portal, id).orElseThrow(() -> Precedence.unknown(id));
        precedence.requireVisible(by, person);
        return person;
    }

    /** The person, whom the caller may change too; FORBIDDEN for somebody who may do more. */
    public Person require(PortalId portal, PersonId id, Caller by) {
        Person person = see(portal, id, by);
        precedence.requireManage(by, person);
        return person;
    }
}
