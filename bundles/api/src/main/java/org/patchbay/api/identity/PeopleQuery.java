package org.patchbay.api.identity;

import java.util.Optional;

/**
 * Which people are wanted, and in which order. Immutable.
 *
 * @param text looked for in name, login, e-mail address and numbers
 * @param role held anywhere, or in the department if one is named too
 * @param department of which the person is a member
 */
public record PeopleQuery(
        Optional<String> text,
        Optional<String> role,
        Optional<DepartmentId> department,
        Optional<PersonStatus> status,
        Order order,
        boolean descending) {

    /** Everybody by name. */
    public static final PeopleQuery ALL =
            new PeopleQuery(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Order.NAME, false);

    public PeopleQuery {
        text = text.filter(looked -> !looked.isBlank());
    }

    /** Everybody with this text, by name. */
    public static PeopleQuery text(String text) {
        return new PeopleQuery(
                Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), Order.NAME, false);
    }

    /** What people are sorted by. */
    public enum Order {
        NAME,
        LOGIN,
        CREATED,
        /** Who never signed in is first. */
        SIGN_IN
    }
}
