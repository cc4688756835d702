package org.patchbay.identity.people;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** Lets a caller at somebody whom they may manage. Thread-safe. */
@Component(service = Management.class)
public final class Management {

    private final People people;
    private final Precedence precedence;

    @Activate
    public Management(@Reference People people, @Reference Precedence precedence) {
        this.people = people;
        this.precedence = precedence;
    }

    /** The person, or NOT_FOUND or FORBIDDEN. */
    public Person require(PortalId portal, PersonId id, Caller by) {
        Person person = people.find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "person.unknown", "There is no such person", Map.of("person", id.value())));
        precedence.requireManage(by, person);
        return person;
    }
}
