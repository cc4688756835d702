package org.patchbay.web.entry;

import javax.servlet.http.HttpServletRequest;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.spi.web.ClientAddress;

/**
 * A request that has found its portal.
 *
 * @param traceId names the request in log and problem
 */
public record Visit(Portal portal, ClientAddress address, Origin origin, String traceId) {

    /** The visit that {@link EntryFilter} made of this request. */
    public static Visit of(HttpServletRequest request) {
        if (request.getAttribute(Visit.class.getName()) instanceof Visit visit) {
            return visit;
        }
        throw new IllegalStateException("This request came past the entry");
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(Visit.class.getName(), this);
    }
}
