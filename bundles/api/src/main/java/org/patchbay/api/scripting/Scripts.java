package org.patchbay.api.scripting;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;

/** The scripts of a portal. Thread-safe. */
@ProviderType
public interface Scripts {

    /**
     * Stores and activates a script.
     *
     * @throws org.patchbay.api.PatchbayException INVALID at {@code /source} with line and column for a syntax error
     */
    Script create(PortalId portal, ScriptDraft draft, Caller by);

    /** Stores a new version and activates it; STALE unless the version is the present one. */
    Script update(PortalId portal, String id, long version, ScriptDraft draft, Caller by);

    /** Stops and deletes a script. */
    void delete(PortalId portal, String id, Caller by);

    /** Finds a script of this portal only. */
    Optional<Script> find(PortalId portal, String id);

    /** The portal's scripts by name. */
    Page<Script> list(PortalId portal, PageRequest page);

    /** Earlier versions, newest first, at most 50. */
    List<ScriptVersion> versions(PortalId portal, String id);

    /** The last lines of the log, oldest first, at most 1,000. */
    List<LogLine> log(PortalId portal, String id);

    /** The hosts that the portal's scripts may call. */
    List<String> allowedHosts(PortalId portal);

    /** Sets the hosts that the portal's scripts may call: names, or {@code *.example.com}. */
    void allowHosts(PortalId portal, List<String> hosts, Caller by);
}
