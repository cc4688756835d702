package org.patchbay.scripting.worker;

import java.io.OutputStream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;

/** Finds out whether a source parses, in a context of its own. */
final class SyntaxCheck {

    private static final String MODULE = "application/javascript+module";
    private static final int SECONDS = 5;

    private final Sandbox sandbox;
    private final ScheduledExecutorService clock;

    SyntaxCheck(Sandbox sandbox, ScheduledExecutorService clock) {
        this.sandbox = sandbox;
        this.clock = clock;
    }

    /** Nothing, or {@code line:column:message}. */
    String check(String text) {
        try (var context = sandbox.context(text, OutputStream.nullOutputStream())) {
            var guard = clock.schedule(() -> context.close(true), SECONDS, TimeUnit.SECONDS);
            try {
                context.parse(Source.newBuilder("js", text, "script.js")
                        .mimeType(MODULE)
                        .buildLiteral());
                return "";
            } catch (PolyglotException e) {
                return described(e);
            } finally {
                guard.cancel(false);
            }
        } catch (PolyglotException e) {
            return described(e);
        } catch (StackOverflowError e) {
            return "1:1:It is nested too deeply";
        }
    }

    private static String described(PolyglotException e) {
        if (e.isCancelled()) {
            return "1:1:It takes too long to read";
        }
        var message = String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^SyntaxError: ", "")
                .replaceFirst("^script\\.js:\\d+:\\d+ ", "");
        var place = e.getSourceLocation();
        return place == null ? "1:1:" + message : place.getStartLine() + ":" + place.getStartColumn() + ":" + message;
    }
}
