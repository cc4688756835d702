package org.patchbay.scripting.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.ScriptVersion;

/** Keeps scripts and their earlier versions. */
public interface ScriptStore {

    /** Adds a script with its first version. */
    Script add(PortalId portal, String id, ScriptDraft draft, Author author, Instant now);

    /** Replaces a script; throws NOT_FOUND or STALE. */
    Script replace(PortalId portal, String id, long version, ScriptDraft draft, Author author, Instant now);

    /** Removes a script with all that is kept of it; answers whether it was there. */
    boolean remove(PortalId portal, String id);

    Optional<Script> find(PortalId portal, String id);

    /** The id of the script of this name. */
    Optional<String> named(PortalId portal, String name);

    /** By name. */
    Page<Script> list(PortalId portal, PageRequest page);

    /** How many the portal has. */
    long count(PortalId portal);

    /** The versions before the present one, newest first. */
    List<ScriptVersion> versions(PortalId portal, String id, int limit);

    /** Every enabled script of every portal. */
    List<EnabledScript> enabled();

    /** A script that is to run. */
    record EnabledScript(PortalId portal, String id) {}
}
