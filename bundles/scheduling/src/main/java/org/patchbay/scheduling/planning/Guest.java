package org.patchbay.scheduling.planning;

import java.util.Locale;
import java.util.Optional;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;

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

    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
