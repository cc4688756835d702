package org.patchbay.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is wrong with one field.
 *
 * @param pointer a JSON pointer (RFC 6901) into the request body, or the name of a query parameter
 * @param code for translation, such as {@code host.taken}
 * @param detail in English
 */
public record FieldError(String pointer, String code, String detail) {

    static String summary(List<FieldError> errors) {
        return errors.stream().map(e -> e.pointer() + ": " + e.detail()).collect(Collectors.joining("; "));
    }
}
