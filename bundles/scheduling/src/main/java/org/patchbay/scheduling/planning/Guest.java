package org.patchbay.scheduling.planning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.scheduling.Invitee;

/** Somebody who is to be invited. */
record Guest(
        Optional<PersonId> person,
        Optional<ContactId> contact,
        Optional<String> group,
        String name,
        String email,
        String language) {

    /** By which somebody is invited once. */
    String key() {
        return key(email);
    }

    /** Whether these are who is invited already. */
    static boolean same(List<Guest> guests, List<Invitee> invited) {
        return guests.stream()
                .map(Guest::key)
                .collect(Collectors.toSet())
                .equals(invited.stream().map(one -> key(one.email())).collect(Collectors.toSet()));
    }

    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
