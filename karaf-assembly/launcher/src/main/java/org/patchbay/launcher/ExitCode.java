package org.patchbay.launcher;

/** Why the server did not start; the numbers are in docs/operating.md. */
enum ExitCode {
    SETTING(2),
    DATA_FOLDER(3),
    DATA_IN_USE(4),
    PORT(5),
    DATABASE(6),
    CERTIFICATE(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** The failure for a person: what is wrong, named by its setting, and what to do. */
    StartFailure because(String line) {
        return new StartFailure(this, line);
    }
}
