package org.patchbay.web.openapi;

/** The texts of the description. */
final class Prose {

    static final String API =
            "The REST API of Patchbay. Writes come from a page of the portal's own host (header Origin)"
                    + " and carry the session's token (header X-CSRF-Token). Failures are problems as in RFC 9457.";
    static final String TOKEN = "The session's csrfToken; every write of a signed-in caller needs it.";
    static final String BEARER =
            "A token for programs, made by its person on the page Account; it needs no X-CSRF-Token.";
    static final String IDEMPOTENCY =
            "Any text, made once for each creation: the same key again gives the same answer, for 24 hours.";
    static final String PROBLEM = "What went wrong";
    static final String SUCCESS = "Done";

    private Prose() {}
}
