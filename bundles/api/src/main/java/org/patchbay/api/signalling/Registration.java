package org.patchbay.api.signalling;

import java.time.Instant;

/**
 * One place where an account can be reached. Immutable.
 *
 * @param id names it as long as it is there
 * @param address where its requests came from, {@code host:port}
 * @param userAgent what the phone says it is; empty when it does not
 * @param transport {@code UDP}, {@code TCP}, {@code TLS}, {@code WS} or {@code WSS}
 * @param expires when it is forgotten unless it comes again
 */
public record Registration(
        String id, String account, String address, String userAgent, String transport, Instant expires) {}
