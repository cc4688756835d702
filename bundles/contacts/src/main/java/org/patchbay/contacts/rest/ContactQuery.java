package org.patchbay.contacts.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.contacts.Visibility;

/** Parameters of the query, as what they mean. */
final class ContactQuery {

    private static final int TEXT_LIMIT = 200;

    private ContactQuery() {}

    static ContactFilter filter(@Nullable String text, @Nullable String group, @Nullable String visibility) {
        return new ContactFilter(
                bounded("text", text),
                bounded("group", group),
                Optional.ofNullable(visibility).filter(name -> !name.isEmpty()).map(ContactQuery::visibility));
    }

    static Visibility visibility(String name) {
        return switch (name) {
            case "PUBLIC" -> Visibility.PUBLIC;
            case "PRIVATE" -> Visibility.PRIVATE;
            default -> throw Problem.INVALID.at("visibility", "visibility.unknown", "must be PUBLIC or PRIVATE");
        };
    }

    private static Optional<String> bounded(String parameter, @Nullable String value) {
        Optional<String> given = Optional.ofNullable(value).filter(text -> !text.isEmpty());
        if (given.filter(text -> text.length() > TEXT_LIMIT || text.indexOf('\0') >= 0)
                .isPresent()) {
            throw Problem.INVALID.at(parameter, "text.length", "must have at most " + TEXT_LIMIT + " characters");
        }
        return given;
    }
}
