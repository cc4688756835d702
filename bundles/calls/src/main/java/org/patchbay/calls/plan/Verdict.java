package org.patchbay.calls.plan;

import java.util.Map;

/** What scripts say of a call that comes in. */
public sealed interface Verdict {

    /** Nothing: the usual way, because no script said otherwise in time. */
    record Silence() implements Verdict {}

    /** The usual way, at once. */
    record Proceed(String script) implements Verdict {}

    record Route(String script, String to) implements Verdict {}

    record Reject(String script, String reason) implements Verdict {}

    /** The caller hears a sentence and presses a key, which leads to a number. */
    record Menu(String script, String prompt, Map<String, String> keys) implements Verdict {
        public Menu {
            keys = Map.copyOf(keys);
        }
    }
}
