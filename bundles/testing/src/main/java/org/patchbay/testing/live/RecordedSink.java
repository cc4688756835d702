package org.patchbay.testing.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.spi.live.LiveSink;

/** The way to a client that is not there: keeps what is sent. Thread-safe. */
public final class RecordedSink implements LiveSink {

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile Optional<String> closed = Optional.empty();

    @Override
    public void send(String message) {
        if (closed.isEmpty()) {
            messages.add(message);
        }
    }

    @Override
    public void close(String reason) {
        if (closed.isEmpty()) {
            closed = Optional.of(reason);
        }
    }

    /** What was sent, in order. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** The reason, once the channel closed itself. */
    public Optional<String> closed() {
        return closed;
    }
}
