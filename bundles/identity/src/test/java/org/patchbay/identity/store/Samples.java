package org.patchbay.identity.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;

/** People of two portals. */
final class Samples {

    static final PortalId ACME = new PortalId("01000000-0000-7000-8000-00000000000a");
    static final PortalId BOLT = new PortalId("01000000-0000-7000-8000-00000000000b");
    static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678901Z");

    static final DepartmentId SALES = new DepartmentId("01000000-0000-7000-8000-00000000000d");

    private Samples() {}

    static Person person(PortalId portal, String login) {
        return person(portal, new PersonId(Ids.next()), login, "Name of " + login, 1);
    }

    static Person person(PortalId portal, PersonId id, String login, String name, long version) {
        PersonDraft draft = PersonDraft.of(login, name)
                .edit()
                .email(Optional.of(login + "@Example.org"))
                .phone(Optional.of("+49 30 1234"))
                .mobile(Optional.of("+49 170 1234"))
                .extension(Optional.of(Integer.toUnsignedString(id.hashCode())))
                .memberships(List.of(
                        new Membership(SALES, "manager"), new Membership(DepartmentId.defaultOf(portal), "user")))
                .roles(Set.of("system-administrator", "system-owner"))
                .language(Optional.of("de"))
                .zone(Optional.of("Europe/Berlin"))
                .activeFrom(Optional.of(LocalDate.of(2026, 1, 1)))
                .activeUntil(Optional.of(LocalDate.of(2027, 12, 31)))
                .networks(List.of("192.0.2.0/24", "2001:db8::/32"))
                .mustChangePassword(true)
                .quotaMegabytes(OptionalInt.of(500))
                .done();
        return Person.of(id, portal, draft, THEN, version);
    }
}
