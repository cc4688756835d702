package org.patchbay.scripting.run;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.patchbay.api.events.Event;

/** An event as scripts see it, made once for all scripts of the portal. */
record Parcel(long sequence, String type, String json) {

    static Parcel of(Event event) {
        var text = new StringBuilder(event.data().length() + 320).append('{');
        field(text, "id", event.id());
        field(text, "source", event.source());
        field(text, "type", event.type());
        field(text, "portal", event.portal().value());
        field(text, "subject", event.subject());
        field(text, "time", event.time().toString());
        event.causationId().ifPresent(cause -> field(text, "causationid", cause));
        if (event.sequence() > 0) {
            text.append("\"sequence\":").append(event.sequence()).append(',');
        }
        text.append("\"data\":").append(event.data()).append('}');
        return new Parcel(event.sequence(), event.type(), text.toString());
    }

    private static void field(StringBuilder text, String name, String value) {
        text.append('"').append(name).append("\":\"");
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append("\",");
    }

    /** Whether it is in the journal and can be read again. */
    boolean durable() {
        return sequence > 0;
    }

    int size() {
        return json.length();
    }
}
