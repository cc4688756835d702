package org.patchbay.mail.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.mail.Mail;

/** Keeps mails; joins the caller's unit of work. Root's portal sees the mails of every portal. Thread-safe. */
public interface MailStore {

    void add(StoredMail mail);

    /** Replaces a mail that was added; harmless when it has gone. */
    void update(StoredMail mail);

    Optional<StoredMail> find(PortalId portal, String id);

    /** Newest first. */
    Page<Mail> list(PortalId portal, PageRequest page);

    /** Mails of every portal that wait and are due, oldest first. */
    List<StoredMail> due(Instant now, int limit);

    /** How many mails are in each state; a state left out has none. */
    Map<Mail.State, Long> count(PortalId portal);

    /** Erases the mails of a portal. */
    void erase(PortalId portal);
}
