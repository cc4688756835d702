package org.patchbay.api.events;

import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;

/**
 * Which events are wanted.
 *
 * @param type a type name, or a prefix ending in {@code .*} such as {@code meeting.*}
 */
public record EventFilter(Optional<String> type, Optional<String> subject) {

    /** Every event. */
    public static final EventFilter ALL = new EventFilter(Optional.empty(), Optional.empty());

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*(\\.\\*)?");
    private static final int TYPE_CHARS = 100;
    private static final int SUBJECT_CHARS = 200;

    public EventFilter {
        if (type.isPresent()
                && (type.get().length() > TYPE_CHARS
                        || !TYPE.matcher(type.get()).matches())) {
            throw Problem.INVALID.at("type", "events.type", "must be an event type, or begin one and end in .*");
        }
        if (subject.isPresent() && subject.get().length() > SUBJECT_CHARS) {
            throw Problem.INVALID.at("subject", "events.subject", "must have at most " + SUBJECT_CHARS + " characters");
        }
    }

    /** What every type that is wanted begins with, if the type ends in {@code .*}. */
    public Optional<String> typePrefix() {
        return type.filter(name -> name.endsWith(".*")).map(name -> name.substring(0, name.length() - 1));
    }

    /** Whether the event is wanted. */
    public boolean matches(Event event) {
        boolean typeMatches = typePrefix()
                .map(prefix -> event.type().startsWith(prefix))
                .or(() -> type.map(name -> event.type().equals(name)))
                .orElse(true);
        return typeMatches && subject.map(event.subject()::equals).orElse(true);
    }
}
