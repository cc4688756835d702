package org.patchbay.spi.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Has files that go with mails. Thread-safe. */
@ConsumerType
public interface MailFiles {

    /** Its name; kebab-case, unique in the running system. */
    String name();

    /** The media type of its files. */
    String type();

    /**
     * Where the file is on the disk; empty when it is gone. Asked when the mail is sent, perhaps more than once.
     *
     * @throws IOException if that cannot be said now; it is asked again later
     */
    Optional<Path> file(PortalId portal, String id) throws IOException;
}
