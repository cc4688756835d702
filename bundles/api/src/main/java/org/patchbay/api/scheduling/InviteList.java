package org.patchbay.api.scheduling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;

/**
 * Who is to be invited; whoever is named twice is invited once. Immutable.
 *
 * @param people with an account in the portal
 * @param contacts of the address books that the organizer sees
 * @param groups of contacts, by name; whoever is in them when invitations are sent is invited
 * @param addresses of anybody else
 */
public record InviteList(
        @MayBeAbsent Set<PersonId> people,
        @MayBeAbsent Set<ContactId> contacts,
        @MayBeAbsent Set<String> groups,
        @MayBeAbsent List<Address> addresses) {

    /** Nobody. */
    public static final InviteList NOBODY = new InviteList(Set.of(), Set.of(), Set.of(), List.of());

    public InviteList {
        people = Set.copyOf(people);
        contacts = Set.copyOf(contacts);
        groups = Set.copyOf(groups);
        addresses = List.copyOf(addresses);
    }

    /**
     * A typed address.
     *
     * @param language of the mails; empty for the portal's
     */
    public record Address(String email, Optional<String> name, Optional<String> language) {}
}
