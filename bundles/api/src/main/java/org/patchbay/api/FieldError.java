package org.patchbay.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one field.
 *
 * @param pointer a JSON pointer (RFC 6901) into the request body, empty for all of it; or the name of a query parameter
 * @param code for translation, such as {@code host.taken}
 * @param detail in English, going on after the name of what is at fault: "is missing"
 */
public record FieldError(String pointer, String code, String detail) {

    static String summary(List<FieldError> errors) {
        return errors.stream().map(FieldError::sentence).collect(Collectors.joining("; "));
    }

    private String sentence() {
        return pointer.isEmpty() ? "The body " + detail : pointer + ": " + detail;
    }
}
