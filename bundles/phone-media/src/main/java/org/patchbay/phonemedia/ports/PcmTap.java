package org.patchbay.phonemedia.ports;

/** Hears the sound of one direction of a port; must return at once. */
interface PcmTap {

    /**
     * Some samples, in a room that is used again.
     *
     * @param timestamp of the first one, in samples
     */
    void heard(int timestamp, short[] samples, int count);
}
