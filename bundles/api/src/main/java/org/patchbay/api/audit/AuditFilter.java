package org.patchbay.api.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;

/**
 * Which entries are wanted.
 *
 * @param action an action, or a beginning that ends in {@code .*} such as {@code person.*}
 * @param subject the id of the thing that was changed
 * @param person who made the change, or is the thing that was changed
 * @param from the first moment that is wanted
 * @param until the first moment that is not wanted any more
 */
public record AuditFilter(
        Optional<String> action,
        Optional<String> subject,
        Optional<PersonId> person,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Every entry. */
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(\\.\\*)?");
    private static final int ACTION_CHARS = 100;
    private static final int SUBJECT_CHARS = 200;
    private static final int PERSON_CHARS = 36;

    public AuditFilter {
        if (action.isPresent()
                && (action.get().length() > ACTION_CHARS
                        || !ACTION.matcher(action.get()).matches())) {
            throw Problem.INVALID.at("action", "audit.action", "must be an action, or begin one and end in .*");
        }
        if (subject.isPresent() && subject.get().length() > SUBJECT_CHARS) {
            throw Problem.INVALID.at("subject", "audit.subject", "must have at most " + SUBJECT_CHARS + " characters");
        }
        if (person.isPresent() && person.get().value().length() > PERSON_CHARS) {
            throw Problem.INVALID.at("person", "audit.person", "must be the id of a person");
        }
    }

    /** What every action that is wanted begins with, if the action ends in {@code .*}. */
    public Optional<String> actionPrefix() {
        return action.filter(name -> name.endsWith(".*")).map(name -> name.substring(0, name.length() - 1));
    }

    /** Whether the entry is wanted. */
    public boolean matches(AuditEntry entry) {
        boolean actionMatches = actionPrefix()
                .map(entry.action()::startsWith)
                .or(() -> action.map(entry.action()::equals))
                .orElse(true);
        boolean personMatches = person.map(
                        id -> entry.person().equals(person) || entry.subjectId().equals(id.value()))
                .orElse(true);
        return actionMatches
                && personMatches
                && subject.map(entry.subjectId()::equals).orElse(true)
                && from.map(first -> !entry.time().isBefore(first)).orElse(true)
                && until.map(entry.time()::isBefore).orElse(true);
    }
}
