package org.patchbay.phonemedia.ports;

/** What a port is connected to. Ended under the lock of the wiring. */
interface Connection {

    /** A port leaves it. */
    void end(OpenPort leaving);

    /** Two ports that hear each other. */
    record Pair(OpenPort one, OpenPort other) implements Connection {

        @Override
        public void end(OpenPort leaving) {
            one.unlink();
            other.unlink();
        }
    }
}
