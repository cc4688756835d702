package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Turns the engine's warnings about unhandled rejections into lines of the script's log. */
final class Warnings extends OutputStream {

    private static final String PREFIX = "[GraalVM JavaScript Warning] ";
    private static final int ROOM = 64 << 10;

    private final LogGate log;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    Warnings(LogGate log) {
        this.log = log;
    }

    @Override
    public synchronized void write(int octet) {
        if (text.size() < ROOM) {
            text.write(octet);
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        text.write(bytes, offset, Math.min(length, Math.max(0, ROOM - text.size())));
    }

    @Override
    public synchronized void flush() {
        if (text.size() == 0) {
            return;
        }
        var warnings = text.toString(UTF_8);
        text.reset();
        for (var warning : warnings.split(java.util.regex.Pattern.quote(PREFIX))) {
            if (!warning.isBlank()) {
                log.line("ERROR", Trace.tidy(warning.strip()));
            }
        }
    }
}
