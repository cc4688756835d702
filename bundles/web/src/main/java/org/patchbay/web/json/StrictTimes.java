package org.patchbay.web.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;

/**
 * Days, times and moments are read from their ISO texts (ISO 8601) and from nothing else: no numbers, lists or blanks; of the
 * years 1 to 9999, which every database knows.
 */
final class StrictTimes {

    private static final Set<String> END_OF_DAY = Set.of("24:00", "24:00:00");

    private StrictTimes() {}

    static Module module() {
        var module = new SimpleModule("strict-times");
        module.addDeserializer(LocalDate.class, new Strict<>(LocalDate.class, StrictTimes::day));
        module.addDeserializer(LocalTime.class, new Strict<>(LocalTime.class, StrictTimes::time));
        module.addDeserializer(LocalDateTime.class, new Strict<>(LocalDateTime.class, StrictTimes::local));
        module.addDeserializer(Instant.class, new Strict<>(Instant.class, StrictTimes::moment));
        return module;
    }

    private static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        requireKnown(day.getYear());
        return day;
    }

    /** The end of a day may be written 24:00. */
    private static LocalTime time(String text) {
        return END_OF_DAY.contains(text) ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    }

    private static LocalDateTime local(String text) {
        var local = LocalDateTime.parse(text);
        requireKnown(local.getYear());
        return local;
    }

    private static Instant moment(String text) {
        var moment = Instant.parse(text);
        requireKnown(moment.atOffset(ZoneOffset.UTC).getYear());
        return moment;
    }

    private static void requireKnown(int year) {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("The year is not of 1 to 9999");
        }
    }

    private static final class Strict<T> extends StdDeserializer<T> {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parse;

        Strict(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.<T>reportInputMismatch(this, "must be ISO text");
            }
            String text = parser.getText();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, _valueClass, "is no ISO text");
            }
        }
    }
}
