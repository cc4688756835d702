package org.patchbay.identity.rest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.PersonStatus;

/** A query for people as an address holds it: {@code sort=-created} is newest first. */
final class PeopleQueryParams {

    private static final int TEXT_LIMIT = 100;

    private PeopleQueryParams() {}

    static PeopleQuery query(
            @Nullable String text,
            @Nullable String role,
            @Nullable String department,
            @Nullable String status,
            @Nullable String sort) {
        String by = given("sort", sort).orElse("name");
        boolean descending = by.startsWith("-");
        return new PeopleQuery(
                given("text", text),
                given("role", role),
                given("department", department).map(DepartmentId::new),
                given("status", status).map(name -> choice("status", PersonStatus.class, name)),
                choice("sort", PeopleQuery.Order.class, descending ? by.substring(1) : by),
                descending);
    }

    private static Optional<String> given(String name, @Nullable String value) {
        if (value != null && value.length() > TEXT_LIMIT) {
            throw Problem.INVALID.at(name, "too-long", "is longer than " + TEXT_LIMIT + " characters");
        }
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    private static <E extends Enum<E>> E choice(String field, Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID.at(
                        field, "field.choice", "must be of " + Arrays.toString(type.getEnumConstants())));
    }
}
