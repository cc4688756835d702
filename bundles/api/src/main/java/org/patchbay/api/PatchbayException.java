package org.patchbay.api;

import java.util.List;
import java.util.Map;

/** The one unchecked exception: a {@link Problem} with its case. Made by {@link Problem#because(String)}. */
public final class PatchbayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String code;
    private final transient Map<String, ?> params;
    private final transient List<FieldError> errors;

    PatchbayException(Problem problem, String code, String detail, Map<String, ?> params, List<FieldError> errors) {
        super(detail);
        this.problem = problem;
        this.code = code;
        this.params = params;
        this.errors = List.copyOf(errors);
    }

    /** The kind of problem. */
    public Problem problem() {
        return problem;
    }

    /** For translation. */
    public String code() {
        return code;
    }

    /** Values for the translated text. */
    public Map<String, ?> params() {
        return params;
    }

    /** The fields at fault, empty when it is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** The same problem with what is at fault below this place. */
    public PatchbayException below(String pointer) {
        String detail = getMessage() == null ? problem.title() : getMessage();
        List<FieldError> placed = errors.isEmpty()
                ? List.of(new FieldError(pointer, code, detail))
                : errors.stream()
                        .map(error -> new FieldError(pointer + error.pointer(), error.code(), error.detail()))
                        .toList();
        PatchbayException moved = errors.isEmpty()
                ? new PatchbayException(problem, code, detail, params, placed)
                : new PatchbayException(problem, code, FieldError.summary(placed), params, placed);
        moved.addSuppressed(this);
        return moved;
    }
}
