package org.patchbay.api.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PutBack;

/**
 * What an administrator chooses of a person; the fields as in {@link Person}. Immutable.
 *
 * @param memberships without any: the role {@code user} in the department Default
 * @param password that whoever creates the account tells the person; for creating alone, later it is set by itself
 */
@PutBack(Person.class)
public record PersonDraft(
        String login,
        String name,
        Optional<String> email,
        Optional<String> phone,
        Optional<String> mobile,
        Optional<String> extension,
        @MayBeAbsent List<Membership> memberships,
        @MayBeAbsent Set<String> roles,
        Optional<String> language,
        Optional<String> zone,
        Optional<LocalDate> activeFrom,
        Optional<LocalDate> activeUntil,
        @MayBeAbsent List<String> networks,
        @MayBeAbsent boolean mustChangePassword,
        OptionalInt quotaMegabytes,
        Optional<String> password,
        boolean enabled) {

    public PersonDraft {
        memberships = List.copyOf(memberships);
        roles = Set.copyOf(roles);
        networks = List.copyOf(networks);
    }

    /** A user of whom no more is known, enabled. */
    public static PersonDraft of(String login, String name) {
        return new PersonDraft(
                login,
                name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                OptionalInt.empty(),
                Optional.empty(),
                true);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PersonDraft[" + login + "]";
    }

    /** The same draft, to be changed field by field. */
    public PersonEdit edit() {
        return new PersonEdit(this);
    }
}
