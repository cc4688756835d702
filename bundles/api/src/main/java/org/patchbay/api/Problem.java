package org.patchbay.api;

import java.util.List;
import java.util.Map;

/**
 * Everything that can go wrong for a caller, with its HTTP status (RFC 9110). {@code throw
 * Problem.CONFLICT.because("call.ended", "The call has ended", Map.of("call", id))}.
 */
public enum Problem {
    INVALID(400, "The request is not valid"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "This is not allowed"),
    NOT_FOUND(404, "There is nothing here"),
    CONFLICT(409, "This does not fit the present state"),
    STALE(412, "Somebody else changed this in the meantime"),
    TOO_LARGE(413, "This is too large"),
    LIMITED(429, "Too much at once"),
    UNAVAILABLE(503, "This does not answer at the moment");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The fixed English title. */
    public String title() {
        return title;
    }

    /** The kebab-case name: the last part of the problem's type URI, and the code when no other is given. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** An exception with this problem's own code. */
    public PatchbayException because(String detail) {
        return because(code(), detail, Map.of());
    }

    /** An exception with a code that the console translates, and the English detail. */
    public PatchbayException because(String code, String detail) {
        return because(code, detail, Map.of());
    }

    /** An exception with a code that the console translates with the parameters, and the English detail. */
    public PatchbayException because(String code, String detail, Map<String, ?> params) {
        return new PatchbayException(this, code, detail, Map.copyOf(params), List.of());
    }

    /** An exception that names the fields at fault. */
    public PatchbayException because(List<FieldError> errors) {
        return new PatchbayException(this, code(), FieldError.summary(errors), Map.of(), errors);
    }

    /** An exception that names the fields at fault, with values for the translated texts. */
    public PatchbayException because(List<FieldError> errors, Map<String, ?> params) {
        return new PatchbayException(this, code(), FieldError.summary(errors), Map.copyOf(params), errors);
    }

    /** An exception that names one field at fault; the pointer is a JSON pointer (RFC 6901) into the request. */
    public PatchbayException at(String pointer, String code, String detail) {
        return because(List.of(new FieldError(pointer, code, detail)));
    }

    /** The same with values for the translated text; the code is the whole problem's too. */
    public PatchbayException at(String pointer, String code, String detail, Map<String, ?> params) {
        var errors = List.of(new FieldError(pointer, code, detail));
        return new PatchbayException(this, code, FieldError.summary(errors), Map.copyOf(params), errors);
    }
}
