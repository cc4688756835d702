package org.patchbay.voicemail.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Dictation;

/** Keeps what is known of dictations. Thread-safe. */
public interface DictationStore {

    void add(PortalId portal, Dictation dictation);

    Optional<Dictation> find(PortalId portal, String extension, String id);

    /** Those of an extension, newest first. */
    Page<Dictation> list(PortalId portal, String extension, PageRequest page);

    long count(PortalId portal, String extension);

    /** What all dictations of the portal take. */
    long bytes(PortalId portal);

    /** Whether it was there. */
    boolean rename(PortalId portal, String extension, String id, String name);

    /** Whether it was there. */
    boolean delete(PortalId portal, String extension, String id);

    /** Those of the portal that were spoken before the moment, the oldest first. */
    List<Dictation> before(PortalId portal, Instant moment, int most);

    void erase(PortalId portal, String extension);

    /** Erases everything of the portal. */
    void erase(PortalId portal);
}
