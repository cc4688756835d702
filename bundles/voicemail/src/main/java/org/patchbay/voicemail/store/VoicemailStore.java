package org.patchbay.voicemail.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.VoiceMessage;

/** Keeps mailboxes and what is known of their messages. Thread-safe. */
public interface VoicemailStore {

    Optional<Mailbox> mailbox(PortalId portal, String extension);

    /** All of the portal, by extension. */
    List<Mailbox> mailboxes(PortalId portal);

    /** Keeps a mailbox in place of the one before; false if that has another version than the one before this. */
    boolean save(PortalId portal, Mailbox mailbox);

    void add(PortalId portal, VoiceMessage message);

    Optional<VoiceMessage> message(PortalId portal, String extension, String id);

    /** Those of a mailbox, newest first. */
    Page<VoiceMessage> list(PortalId portal, String extension, PageRequest page);

    /** Says when a message was heard, or that it is new again; whether it is there. */
    boolean heard(PortalId portal, String extension, String id, Optional<Instant> when);

    /** Says with which mail a message goes that is to be deleted once that was sent. */
    void mailed(PortalId portal, String extension, String id, String mail);

    /** The message that goes with a mail and is to be deleted then. */
    Optional<VoiceMessage> withMail(PortalId portal, String mail);

    /** Whether it was there. */
    boolean delete(PortalId portal, String extension, String id);

    Counts counts(PortalId portal, String extension);

    /** What all messages of the portal take. */
    long bytes(PortalId portal);

    /** Those of the portal that came before the moment, the oldest first. */
    List<VoiceMessage> before(PortalId portal, Instant moment, int most);

    /** Deletes a mailbox with what is known of its messages. */
    void erase(PortalId portal, String extension);

    /** Erases everything of the portal. */
    void erase(PortalId portal);
}
