package org.patchbay.web.entry;

import java.util.Optional;
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
        return find(request).orElseThrow(() -> new IllegalStateException("This request came past the entry"));
    }

    /** The same; empty while the entry is not there, as for a moment of the start. */
    public static Optional<Visit> find(HttpServletRequest request) {
        return Optional.ofNullable((Visit) request.getAttribute(Visit.class.getName()));
    }

    void enter(HttpServletRequest request) {
        request.setAttribute(Visit.class.getName(), this);
    }
}
