package org.patchbay.api.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;

/**
 * Somebody in an address book.
 *
 * @param phone as it was typed; so is {@code mobile}
 * @param phoneE164 the same number as {@code +} and digits, where it is a possible number; so is {@code mobileE164}
 * @param extension an internal number
 * @param language of invitations; empty for the portal's
 * @param groups by name, in order
 * @param version grows with each change; the ETag of the resource
 */
public record Contact(
        ContactId id,
        PortalId portal,
        Visibility visibility,
        String name,
        Optional<String> company,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> phoneE164,
        Optional<String> mobile,
        Optional<String> mobileE164,
        Optional<String> extension,
        Optional<String> language,
        Optional<String> notes,
        List<String> groups,
        Instant created,
        long version) {

    public Contact {
        groups = List.copyOf(groups);
    }
}
