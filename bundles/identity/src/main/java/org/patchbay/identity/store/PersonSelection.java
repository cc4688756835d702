package org.patchbay.identity.store;

import java.util.Optional;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Scope;

/**
 * Which people of a portal a list shows.
 *
 * @param scope where whoever looks may see people
 * @param status as of now; instead of the query's
 */
public record PersonSelection(PeopleQuery query, Scope scope, Optional<StatusFilter> status) {

    /** Everybody that the query finds. */
    public static PersonSelection of(PeopleQuery query) {
        return new PersonSelection(query, Scope.EVERYWHERE, Optional.empty());
    }

    /** Whether the person is among them; what the database decides by its conditions. */
    boolean includes(Person person) {
        return SearchText.of(person).contains(NameCursor.fold(query.text().orElse("")))
                && query.role().filter(role -> !holds(person, role)).isEmpty()
                && query.department()
                        .filter(department -> !isMember(person, department))
                        .isEmpty()
                && (scope.everywhere()
                        || person.memberships().stream()
                                .map(Membership::department)
                                .anyMatch(scope::includes))
                && status.filter(wanted -> !wanted.matches(person)).isEmpty();
    }

    private boolean holds(Person person, String role) {
        return person.roles().contains(role)
                || person.memberships().stream()
                        .filter(held -> query.department()
                                .filter(other -> !other.equals(held.department()))
                                .isEmpty())
                        .anyMatch(held -> held.role().equals(role));
    }

    private static boolean isMember(Person person, DepartmentId department) {
        return person.memberships().stream().anyMatch(held -> held.department().equals(department));
    }
}
