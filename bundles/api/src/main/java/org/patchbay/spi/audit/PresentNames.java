package org.patchbay.spi.audit;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Says what things are called now: an entry of the audit keeps ids alone, as a name goes with who is erased. */
@ConsumerType
public interface PresentNames {

    /** The names of those of the portal's things that are known by these ids; the others are left out. */
    Map<String, String> names(PortalId portal, Set<String> ids);
}
