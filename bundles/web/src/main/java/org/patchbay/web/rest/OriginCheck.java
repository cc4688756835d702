package org.patchbay.web.rest;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.web.entry.Origin;

/** Whether a request was sent by a page of its own host; portals on sibling hosts are the same site to a browser. */
public final class OriginCheck {

    private OriginCheck() {}

    /**
     * Refuses what another host's page sent, and what does not say which page sent it.
     *
     * @param header gives the value of a header of the request, null without one
     */
    public static void require(Origin own, Function<String, @Nullable String> header) {
        var origin = header.apply("Origin");
        if (origin != null) {
            if (!origin.equals(own.text())) {
                throw refused();
            }
            return;
        }
        var site = header.apply("Sec-Fetch-Site");
        var referer = Optional.ofNullable(header.apply("Referer")).flatMap(OriginCheck::originOf);
        if (!"same-origin".equals(site) && !referer.equals(Optional.of(own.text()))) {
            throw refused();
        }
    }

    private static Optional<String> originOf(String referer) {
        try {
            var uri = URI.create(referer);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return Optional.of(uri.getScheme() + "://" + uri.getHost() + port);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PatchbayException refused() {
        return Problem.FORBIDDEN.because("origin.other", "The request must come from a page of this host");
    }
}
