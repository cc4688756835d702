package org.patchbay.web.rest;

import java.util.Arrays;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.spi.web.SessionCookie;
import org.patchbay.web.entry.Visit;

/**
 * Who is behind a request.
 *
 * @param csrfToken what writes must carry; empty for nobody, and for a program with a token, which no page can send
 * @param secret of the session or token
 */
public record Visitor(Visit visit, Caller caller, Optional<String> csrfToken, Optional<String> secret) {

    private static final int MAX_SECRET = 200;
    private static final String TOKEN = "pb_";
    private static final String BEARER = "Bearer ";

    /** Finds out by the token of a program, else by the cookie. */
    public static Visitor of(HttpServletRequest request, Sessions sessions) {
        var visit = Visit.of(request);
        var portal = visit.portal().id();
        var address = visit.address().value();
        var authorization = request.getHeader("Authorization");
        var secret = authorization == null ? cookie(request) : token(authorization);
        return secret.flatMap(known -> sessions.open(portal, known, address))
                .map(session -> new Visitor(
                        visit,
                        session.caller(),
                        authorization == null ? Optional.of(session.csrfToken()) : Optional.empty(),
                        secret))
                .orElseGet(() ->
                        new Visitor(visit, new Caller.Nobody(portal, address), Optional.empty(), Optional.empty()));
    }

    /** Whether a program calls: no browser adds such a header by itself, so no foreign page can have sent it. */
    public boolean byToken() {
        return secret.filter(known -> known.startsWith(TOKEN)).isPresent();
    }

    /** Whether a program shows what it takes for a token. */
    static boolean bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    /** A token is taken from its header alone, a session from the cookie alone. */
    private static Optional<String> token(String authorization) {
        return Optional.of(authorization)
                .filter(Visitor::bearer)
                .map(text -> text.substring(BEARER.length()).strip())
                .filter(token -> token.startsWith(TOKEN) && token.length() <= MAX_SECRET);
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(SessionCookie.NAME))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_SECRET && !value.startsWith(TOKEN))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Visitor[" + caller + "]";
    }
}
