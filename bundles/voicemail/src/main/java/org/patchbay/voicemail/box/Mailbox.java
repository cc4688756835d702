package org.patchbay.voicemail.box;

import java.util.Optional;

/**
 * The mailbox of an extension. Immutable.
 *
 * @param pin as an Argon2id hash (PHC string format)
 * @param version grows with each change; the ETag of the resource
 */
public record Mailbox(String extension, MailboxSettings settings, Optional<String> pin, long version) {

    /** One that nobody chose anything of. */
    public static Mailbox of(String extension) {
        return new Mailbox(extension, MailboxSettings.NONE, Optional.empty(), 0);
    }

    public Mailbox settings(MailboxSettings other) {
        return new Mailbox(extension, other, pin, version + 1);
    }

    public Mailbox pin(Optional<String> hash) {
        return new Mailbox(extension, settings, hash, version + 1);
    }

    @Override
    public String toString() {
        return "Mailbox[" + extension + "]";
    }
}
