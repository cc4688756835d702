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
}
