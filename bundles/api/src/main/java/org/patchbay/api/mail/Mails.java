package org.patchbay.api.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** The outbox: mails are queued in the database in the caller's unit of work and never lost. Thread-safe. */
@ProviderType
public interface Mails {

    /** Queues a mail and returns before it is sent. */
    Mail send(PortalId portal, MailDraft draft);

    /**
     * The portal's mails, newest first; for root's portal, of every portal or of the one asked for.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND if another portal than root's asks for a third one's
     */
    Page<Mail> list(PortalId portal, Optional<PortalId> of, PageRequest page);

    /** Finds a mail of this portal; through root's portal, of any. */
    Optional<Mail> find(PortalId portal, String id);

    /** The body of a mail; each look is published as an event with who looked. */
    MailBody look(PortalId portal, String id, Caller by);

    /** Queues a failed, bounced or kept mail again. */
    Mail retry(PortalId portal, String id);

    /** How many mails are in each state, of this portal; for root's, of every one. */
    Map<Mail.State, Long> figures(PortalId portal);

    /** The kinds of mail that there are, by name. */
    List<String> kinds();

    /**
     * A mail of this kind as it looks in the portal, with made-up values.
     *
     * @throws org.patchbay.api.PatchbayException NOT_FOUND if there is no such kind, INVALID for an unknown language
     */
    MailPreview preview(PortalId portal, String kind, String language);
}
