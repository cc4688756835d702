package org.patchbay.api.scheduling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.identity.PersonId;

/**
 * Somebody invited to a planned meeting. Immutable.
 *
 * @param person empty for who has no account
 * @param contact the entry of the address book that was invited
 * @param group the group by which somebody was invited; empty for who is invited by themselves
 * @param language en, de, es or fr: of their mails
 * @param answer for the whole meeting
 * @param answered when that was answered last
 * @param occurrences answers for single occurrences
 */
public record Invitee(
        String id,
        Optional<PersonId> person,
        Optional<ContactId> contact,
        Optional<String> group,
        String name,
        String email,
        String language,
        Answer answer,
        Optional<Instant> answered,
        List<OccurrenceAnswer> occurrences) {

    public Invitee {
        occurrences = List.copyOf(occurrences);
    }
}
