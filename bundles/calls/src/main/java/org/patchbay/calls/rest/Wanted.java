package org.patchbay.calls.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.identity.PersonId;

/** Reads which calls are wanted out of a request. */
final class Wanted {

    private Wanted() {}

    static CallQuery query(
            @Nullable String text,
            @Nullable String person,
            @Nullable String direction,
            @Nullable String result,
            @Nullable String from,
            @Nullable String until) {
        return new CallQuery(
                Optional.ofNullable(text),
                Optional.ofNullable(person).map(PersonId::new),
                Optional.ofNullable(direction).map(word -> choice("direction", CallDirection.class, word)),
                Optional.ofNullable(result).map(word -> choice("result", CallResult.class, word)),
                Optional.ofNullable(from).map(moment -> moment("from", moment)),
                Optional.ofNullable(until).map(moment -> moment("until", moment)));
    }

    private static <T extends Enum<T>> T choice(String field, Class<T> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID.at(
                        field, "field.choice", "must be one of " + Arrays.toString(type.getEnumConstants())));
    }

    private static Instant moment(String field, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.INVALID.at(field, "moment.bad", "must be a moment such as 2026-11-26T10:00:00Z");
        }
    }
}
