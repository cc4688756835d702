package org.patchbay.sip.transport;

/** Takes what came in. Thread-safe; never throws, never blocks. */
public interface Receiver {

    /**
     * Takes the bytes of one message; they are its own.
     *
     * @param last whether nothing more waits to be read, so that what is to be done may be done by the thread that reads
     */
    void received(byte[] bytes, int length, Flow flow, boolean last);
}
