package org.patchbay.scripting.types;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.scripting.module.ModuleDirectory;

/**
 * Writes patchbay.d.ts: what never changes from a file, the events from their schemas, the modules from their classes.
 * The same modules and schemas give the same text.
 */
@Component(service = Declarations.class)
public final class Declarations {

    private final Events events;
    private final ModuleDirectory modules;

    @Activate
    public Declarations(@Reference Events events, @Reference ModuleDirectory modules) {
        this.events = events;
        this.modules = modules;
    }

    /** The present text. */
    public String text() {
        var text = new StringBuilder(fixed());
        text.append('\n').append(eventData(events.schemas()));
        modules.modules().forEach(module -> text.append('\n').append(ModuleTypes.of(module)));
        return text.toString();
    }

    private static String eventData(List<EventSchema> schemas) {
        var text = new StringBuilder();
        text.append("/** The data of each type of event. */\ninterface EventData {\n");
        schemas.stream().sorted(Comparator.comparing(EventSchema::type)).forEach(schema -> text.append("    /** ")
                .append(schema.description().replace("*/", "* /"))
                .append(" */\n    '")
                .append(schema.type())
                .append("': ")
                .append(SchemaTypes.of(schema.schema(), 1))
                .append(";\n"));
        return text.append("}\n").toString();
    }

    private static String fixed() {
        try (var in = Objects.requireNonNull(Declarations.class.getResourceAsStream("fixed.d.ts"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
