package org.patchbay.testing.phonemedia;

import org.patchbay.api.phonemedia.PortListener;

/** Keeps what a port told. Thread-safe. */
public final class RecordedKeys implements PortListener {

    private final StringBuilder digits = new StringBuilder();
    private int flowing;
    private int played;
    private int silent;

    @Override
    public synchronized void flowing() {
        flowing++;
    }

    @Override
    public synchronized void digit(char digit) {
        digits.append(digit);
    }

    @Override
    public synchronized void played() {
        played++;
    }

    @Override
    public synchronized void silent() {
        silent++;
    }

    public synchronized String pressed() {
        return digits.toString();
    }

    public synchronized int timesFlowing() {
        return flowing;
    }

    public synchronized int timesPlayed() {
        return played;
    }

    public synchronized int timesSilent() {
        return silent;
    }
}
