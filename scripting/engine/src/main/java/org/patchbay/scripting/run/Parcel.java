package org.patchbay.scripting.run;

import org.patchbay.api.events.Event;

/**
 * An event as the worker takes it, made once for all scripts of the portal.
 *
 * @param text as told of {@link org.patchbay.scripting.worker.Kind#EVENT}
 */
record Parcel(long sequence, String type, String text) {

    private static final char SEPARATOR = '\u001f';

    static Parcel of(Event event) {
        var text = new StringBuilder(event.data().length() + 240);
        field(text, event.id());
        field(text, event.source());
        field(text, event.type());
        field(text, event.portal().value());
        field(text, event.subject());
        field(text, event.time().toString());
        field(text, event.causationId().orElse(""));
        field(text, Long.toString(event.sequence()));
        return new Parcel(
                event.sequence(), event.type(), text.append(event.data()).toString());
    }

    private static void field(StringBuilder text, String value) {
        text.append(value.indexOf(SEPARATOR) < 0 ? value : value.replace(SEPARATOR, ' '))
                .append(SEPARATOR);
    }

    /** Whether it is in the journal and can be read again. */
    boolean durable() {
        return sequence > 0;
    }

    int size() {
        return text.length();
    }
}
