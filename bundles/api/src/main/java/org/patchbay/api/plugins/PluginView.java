package org.patchbay.api.plugins;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.FieldError;

/**
 * A plugin as a portal sees it.
 *
 * @param version of the jar
 * @param state what the jar is doing
 * @param error why it failed, in one sentence; the particulars are for root
 * @param schema the JSON Schema of its settings, as text; empty when it failed before it could say
 * @param configured whether this portal has settings for it
 * @param revision of this portal's settings, grows with each change; 0 when there are none
 * @param values the settings without the secrets, defaults filled in
 * @param secretsSet the names of the secrets that have a value
 * @param invalid the stored settings that no longer fit the schema, after a new version of the plugin
 * @param tested how the last test of the present settings went; empty when there was none
 */
public record PluginView(
        String name,
        String title,
        String version,
        State state,
        Optional<String> error,
        Optional<String> schema,
        boolean configured,
        long revision,
        Map<String, Object> values,
        Set<String> secretsSet,
        List<FieldError> invalid,
        Optional<Tested> tested) {

    /**
     * A connection test.
     *
     * @param message what answered, or why not, in one sentence
     */
    public record Tested(boolean passed, String message, Instant at) {}

    /** What a plugin's jar is doing. */
    public enum State {
        ACTIVE,
        FAILED
    }
}
