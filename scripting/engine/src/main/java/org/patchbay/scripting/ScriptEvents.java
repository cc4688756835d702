package org.patchbay.scripting;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of scripts; the subject of each is the script's id. */
@Component
public final class ScriptEvents implements EventTypes {

    public static final String SAVED = "script.saved";
    public static final String STARTED = "script.started";
    public static final String FAILED = "script.failed";
    public static final String DELETED = "script.deleted";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(SAVED, "Somebody saved a script.", ScriptSaved.class),
                EventType.durable(STARTED, "A script runs.", ScriptStarted.class),
                EventType.durable(FAILED, "A script broke or used too much, and no longer runs.", ScriptFailed.class),
                EventType.durable(DELETED, "Somebody deleted a script.", ScriptDeleted.class));
    }

    /**
     * Data of {@link #SAVED}.
     *
     * @param author the name of who saved it
     * @param person the id of who saved it; empty for the server itself
     */
    public record ScriptSaved(
            String script,
            String name,
            long version,
            boolean enabled,
            @Personal(of = "person") String author,
            Optional<String> person) {}

    /** Data of {@link #STARTED}. */
    public record ScriptStarted(String script, String name) {}

    /** Data of {@link #FAILED}. */
    public record ScriptFailed(String script, String name, String reason) {}

    /** Data of {@link #DELETED}. */
    public record ScriptDeleted(String script, String name) {}
}
