package org.patchbay.recordings.film;

/** How many bytes may still be written. Not thread-safe. */
final class Budget {

    private long left;

    Budget(long limit) {
        left = limit;
    }

    /** Nothing more may be written. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Spent() {
            super("The recording has all the bytes it may have");
        }
    }

    void take(int bytes) {
        if (bytes > left) {
            throw new Spent();
        }
        left -= bytes;
    }
}
