package org.patchbay.sip.dialog;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a leg's listener what happens; the end once, and nothing after it. Of one lane. */
final class LegVoice {

    private static final Logger log = LoggerFactory.getLogger(LegVoice.class);

    private final Runnable onEnd;
    private @Nullable LegListener listener;
    private Optional<LegEnd> end = Optional.empty();

    /** The action runs once when the leg is over. */
    LegVoice(Runnable onEnd) {
        this.onEnd = onEnd;
    }

    void listener(LegListener hears) {
        listener = hears;
        end.ifPresent(this::sayLast);
    }

    boolean isOver() {
        return end.isPresent();
    }

    void tell(Consumer<LegListener> news) {
        if (end.isEmpty()) {
            say(news);
        }
    }

    void end(LegEnd reason) {
        if (end.isPresent()) {
            return;
        }
        end = Optional.of(reason);
        onEnd.run();
        sayLast(reason);
    }

    /** Transactions know of the leg for half a minute more, and should not keep a whole call with it. */
    private void sayLast(LegEnd reason) {
        say(heard -> heard.ended(reason));
        listener = null;
    }

    private void say(Consumer<LegListener> news) {
        LegListener hears = listener;
        if (hears == null) {
            return;
        }
        try {
            news.accept(hears);
        } catch (RuntimeException e) {
            log.error("Whoever controls a call failed", e);
        }
    }
}
