package org.patchbay.scripting.store;

import java.util.Optional;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/** Who saved a version of a script; the server itself has no name. */
public record Author(String name, Optional<PersonId> person) {

    public static Author of(Caller by) {
        return new Author(by instanceof Caller.Member member ? member.name() : "", by.personId());
    }
}
