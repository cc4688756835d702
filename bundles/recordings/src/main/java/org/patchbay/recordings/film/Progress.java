package org.patchbay.recordings.film;

/** Is told how far something is, 0 to 1, now and then. */
@FunctionalInterface
public interface Progress {

    void reached(double share);
}
