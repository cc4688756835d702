package org.patchbay.media.transport;

import java.util.concurrent.ArrayBlockingQueue;
import org.ice4j.util.Buffer;

/** Keeps the buffers of received datagrams for use again; a bounded number of them. Thread-safe. */
public final class BufferShelf {

    /** No larger datagram is read from the network. */
    public static final int BUFFER_LENGTH = 1_536;

    private static final int CAPACITY = 2_048;

    private final ArrayBlockingQueue<Buffer> shelf = new ArrayBlockingQueue<>(CAPACITY);

    /** A buffer with room for so many bytes. */
    Buffer take(int size) {
        Buffer buffer = size <= BUFFER_LENGTH ? shelf.poll() : null;
        return buffer == null ? new Buffer(new byte[Math.max(size, BUFFER_LENGTH)], 0, size) : buffer;
    }

    /** Takes back a buffer that nobody looks at any more. */
    public void giveBack(Buffer buffer) {
        if (buffer.getBuffer().length == BUFFER_LENGTH) {
            shelf.offer(buffer);
        }
    }
}
