package org.patchbay.contacts.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.Visibility;

/**
 * One contact of a file.
 *
 * @param line where it begins, counted from 1
 * @param whole whether the file has its end, too
 */
record FileRow(long line, Map<Field, String> values, boolean whole) {

    private static final String BETWEEN_GROUPS = ";|:::";

    FileRow {
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    FileRow(long line, Map<Field, String> values) {
        this(line, values, true);
    }

    /** What the contact is called, by whatever the file says of it. */
    String name() {
        String parts = Stream.of(Field.FIRST_NAME, Field.LAST_NAME)
                .flatMap(field -> value(field).stream())
                .collect(Collectors.joining(" "));
        return value(Field.NAME)
                .or(() -> Optional.of(parts).filter(name -> !name.isEmpty()))
                .or(() -> value(Field.COMPANY))
                .or(() -> value(Field.EMAIL))
                .orElse("");
    }

    /** INVALID if it has no end: what is missing may be anything. */
    ContactDraft draft(Visibility visibility) {
        if (!whole) {
            throw Problem.INVALID.at("", "import.card-end", "the card has no END:VCARD");
        }
        return new ContactDraft(
                visibility,
                name(),
                value(Field.COMPANY),
                value(Field.EMAIL),
                value(Field.PHONE),
                value(Field.MOBILE),
                value(Field.EXTENSION),
                value(Field.LANGUAGE),
                value(Field.NOTES),
                value(Field.GROUPS).map(FileRow::groups));
    }

    private Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<String> groups(String cell) {
        return Arrays.stream(cell.split(BETWEEN_GROUPS, -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
