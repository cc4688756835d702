package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;

/** People of two portals. */
final class Samples {

    static final PortalId ACME = new PortalId("01000000-0000-7000-8000-00000000000a");
    static final PortalId BOLT = new PortalId("01000000-0000-7000-8000-00000000000b");
    static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");

    private Samples() {}

    static Person person(PortalId portal, String login) {
        return person(portal, new PersonId(Ids.next()), login, "Name of " + login, 1);
    }

    static Person person(PortalId portal, PersonId id, String login, String name, long version) {
        return new Person(
                id,
                portal,
                login,
                name,
                Optional.of(login + "@Example.org"),
                Set.of("administrator", "user"),
                Optional.of("de"),
                true,
                false,
                THEN,
                version);
    }
}
