package org.patchbay.api.plugins;

import java.util.Map;
import java.util.Optional;

/**
 * A plugin as a portal sees it.
 *
 * @param state what the jar is doing
 * @param error why it failed, in one sentence
 * @param schema the JSON Schema of its settings; empty when it failed before it could say
 * @param configured whether this portal has settings for it
 * @param values the settings without the secrets
 * @param secretsSet the names of the secrets that have a value
 */
public record PluginView(
        String name,
        String title,
        String version,
        State state,
        Optional<String> error,
        Optional<String> schema,
        boolean configured,
        Map<String, Object> values,
        java.util.Set<String> secretsSet) {

    /** What a plugin's jar is doing. */
    public enum State {
        ACTIVE,
        FAILED
    }
}
