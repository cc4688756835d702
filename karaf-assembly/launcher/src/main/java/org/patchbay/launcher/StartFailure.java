package org.patchbay.launcher;

/** The server cannot start; the message is one line for the person who started it. */
final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    StartFailure(ExitCode code, String line) {
        super(line, null, false, false);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
