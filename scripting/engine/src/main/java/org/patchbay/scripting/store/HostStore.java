package org.patchbay.scripting.store;

import java.util.List;
import org.patchbay.api.PortalId;

/** Keeps the hosts that the scripts of a portal may call. */
public interface HostStore {

    List<String> hosts(PortalId portal);

    void hosts(PortalId portal, List<String> hosts);
}
