package org.patchbay.web.rest;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.spi.web.SessionCookie;
import org.patchbay.web.entry.Visit;

/**
 * Who is behind a request.
 *
 * @param csrfToken what writes must carry; empty for nobody
 */
public record Visitor(Visit visit, Caller caller, Optional<String> csrfToken) {

    private static final int MAX_SECRET = 200;

    /** Finds out by the cookie. */
    public static Visitor of(HttpServletRequest request, Sessions sessions) {
        var visit = Visit.of(request);
        var portal = visit.portal().id();
        var address = visit.address().value();
        return secret(request)
                .flatMap(secret -> sessions.open(portal, secret, address))
                .map(session -> new Visitor(visit, session.caller(), Optional.of(session.csrfToken())))
                .orElseGet(() -> new Visitor(visit, new Caller.Nobody(portal, address), Optional.empty()));
    }

    /** The session's secret from the cookie. */
    public static Optional<String> secret(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_SECRET)
                .findFirst();
    }
}
