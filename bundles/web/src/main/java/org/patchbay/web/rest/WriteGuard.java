package org.patchbay.web.rest;

import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.patchbay.api.Problem;

/**
 * Lets a write pass if it comes from a page of its own host and, with a session, carries the session's token; or from a
 * program with a token of its own.
 */
final class WriteGuard implements ContainerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private final boolean tokenNeeded;

    WriteGuard(boolean tokenNeeded) {
        this.tokenNeeded = tokenNeeded;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (READS.contains(request.getMethod())) {
            return;
        }
        var visitor = RestContext.visitor(request);
        if (visitor.byToken()) {
            return;
        }
        OriginCheck.require(visitor.visit().origin(), request::getHeaderString);
        if (tokenNeeded
                && !visitor.csrfToken()
                        .map(token -> WriteToken.equal(token, request.getHeaderString("X-CSRF-Token")))
                        .orElse(true)) {
            throw Problem.FORBIDDEN.because("csrf.invalid", "The header X-CSRF-Token must carry the session's token");
        }
    }
}
