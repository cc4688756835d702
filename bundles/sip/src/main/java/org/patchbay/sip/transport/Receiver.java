package org.patchbay.sip.transport;

/** Takes what came in. Thread-safe; never throws, never blocks. */
public interface Receiver {

    /** Takes the bytes of one message; they are its own. */
    void received(byte[] bytes, int length, Flow flow);
}
