package org.patchbay.scripting.worker;

import java.util.stream.Collectors;

/** Makes a JavaScript stack trace short: what was thrown, and where in the script. */
final class Trace {

    private static final int FRAMES = 5;

    private Trace() {}

    static String tidy(String stack) {
        var message = stack.lines().filter(line -> !isFrame(line)).collect(Collectors.joining("\n"));
        var frames = stack.lines()
                .filter(line -> isFrame(line) && line.contains(Modules.SCRIPT + ":"))
                .map(line -> line.strip()
                        .replace(Modules.SCRIPT, Modules.SCRIPT.substring(1))
                        .replace(":top-level-await-module ", "")
                        .replaceFirst("^at \\((script[^)]*)\\)$", "at $1"))
                .distinct()
                .limit(FRAMES)
                .collect(Collectors.joining(", "));
        return frames.isEmpty() ? message : message + " (" + frames + ")";
    }

    private static boolean isFrame(String line) {
        return line.startsWith("    at ");
    }
}
