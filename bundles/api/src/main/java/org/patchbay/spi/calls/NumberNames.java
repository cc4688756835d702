package org.patchbay.spi.calls;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Knows who has a number outside, as an address book does. Thread-safe. */
@ConsumerType
public interface NumberNames {

    /**
     * Who has the number, as everybody of the portal may read it; empty when nobody is known. May wait for the database where
     * somebody is likely to be known; that nobody is known is said from memory.
     *
     * @param number E.164 with a plus
     */
    Optional<String> name(PortalId portal, String number);

    /**
     * Who has the number by what others know who have to be asked, as a CRM; asked where {@link #name} of everybody is empty. No
     * call waits for it: whoever called has the name from then on, and in the record if the call still goes on. May block for
     * as long as they may take.
     *
     * @param number E.164 with a plus
     */
    default Optional<String> elsewhere(PortalId portal, String number) {
        return Optional.empty();
    }
}
