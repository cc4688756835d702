package org.patchbay.spi.signalling;

import java.net.URI;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where phones that look for a server in the local network fetch their file. May wait for the database; asked on a thread of
 * its own. Thread-safe.
 */
@ConsumerType
public interface PhoneOffers {

    /**
     * The link of a phone; given once, so that whoever asks later for the same phone gets nothing. Empty too for a phone that is
     * not set up.
     */
    Optional<URI> offer(PhoneQuestion question);
}
