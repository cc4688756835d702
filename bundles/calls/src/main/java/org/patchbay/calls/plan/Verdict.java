package org.patchbay.calls.plan;

import java.util.Map;
import org.patchbay.api.calls.Decision;

/** What scripts say of a call that comes in. */
public sealed interface Verdict {

    /** The decision as a path tells it; of one that is only thought of, nobody was asked. */
    default Decision told(boolean inEarnest) {
        return Decision.of("script", inEarnest ? "silent" : "not-asked");
    }

    /** Nothing: the usual way, because no script said otherwise in time. */
    record Silence() implements Verdict {}

    /** The usual way, at once. */
    record Proceed(String script) implements Verdict {
        @Override
        public Decision told(boolean inEarnest) {
            return Decision.of("script", "let-on", "script", script);
        }
    }

    record Route(String script, String to) implements Verdict {
        @Override
        public Decision told(boolean inEarnest) {
            return new Decision("script", "routed", Map.of("script", script, "to", to));
        }
    }

    record Reject(String script, String reason) implements Verdict {
        @Override
        public Decision told(boolean inEarnest) {
            return new Decision("script", "rejected", Map.of("script", script, "why", reason));
        }
    }

    /** The caller hears a sentence and presses a key, which leads to a number. */
    record Menu(String script, String prompt, Map<String, String> keys) implements Verdict {
        public Menu {
            keys = Map.copyOf(keys);
        }

        @Override
        public Decision told(boolean inEarnest) {
            return Decision.of("script", "asks", "script", script);
        }
    }
}
