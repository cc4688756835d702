package org.patchbay.plugins.jars;

import java.util.Optional;

/**
 * A bundle that says it is a plugin.
 *
 * @param name what its header says, or its symbolic name if that is no name
 * @param title its Bundle-Name
 * @param failure why it does not run, in one sentence
 */
public record PluginJar(
        long bundle, String name, String title, String version, Condition condition, Optional<String> failure) {

    /** How it is getting on. */
    public enum Condition {
        /** Too early to tell. */
        COMING,
        RUNNING,
        FAILED
    }
}
