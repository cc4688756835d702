package org.patchbay.identity.store;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.patchbay.api.identity.Person;

/** In what a text is looked for: name, login, e-mail address and numbers, these as they are written and without signs. */
final class SearchText {

    private SearchText() {}

    static String of(Person person) {
        return Stream.of(
                        Stream.of(person.name(), person.login()),
                        person.email().stream(),
                        person.extension().stream(),
                        Stream.concat(person.phone().stream(), person.mobile().stream())
                                .flatMap(number -> Stream.of(number, number.replaceAll("[ ()./-]", ""))
                                        .distinct()))
                .flatMap(part -> part)
                .map(NameCursor::fold)
                .collect(Collectors.joining("\n"));
    }
}
