package org.patchbay.web.rest;

import java.util.Set;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.patchbay.api.Problem;

/**
 * Refuses a token that opens nothing here, whatever is asked for with it. Lets a write pass if it comes from a page of its own host and, with a session, carries the session's token; or from a
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
        boolean read = READS.contains(request.getMethod());
        var visitor = RestContext.visitor(request);
        if (visitor.byToken() || (read && !tokenNeeded)) {
            return;
        }
        if (Visitor.bearer(request.getHeaderString("Authorization"))) {
            throw Problem.UNAUTHENTICATED.because("token.invalid", "The token is not valid here");
        }
        if (read) {
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
