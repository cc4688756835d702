package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes messages in frames: whatever has gathered while the last frame was written goes into the next. Never blocks a
 * sender: what may be under way is bounded by the scripts' windows. Thread-safe.
 */
final class Outbox implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private static final int HEADER = 17;

    private final OutputStream out;
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte[] gathered = new byte[64 << 10];
    private byte[] spare = new byte[64 << 10];
    private int length = 4;

    Outbox(OutputStream out) {
        this.out = out;
    }

    void send(Message message) {
        byte[] text = message.text().getBytes(UTF_8);
        lock.lock();
        try {
            append(message, text);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void append(Message message, byte[] text) {
        int needed = length + HEADER + text.length;
        if (gathered.length < needed) {
            gathered = Arrays.copyOf(gathered, Math.max(needed, gathered.length * 2));
        }
        ByteBuffer.wrap(gathered, length, needed - length)
                .put(message.kind().code())
                .putInt(message.script())
                .putLong(message.number())
                .putInt(text.length)
                .put(text);
        length = needed;
    }

    @Override
    public void run() {
        try {
            while (true) {
                int size = take();
                ByteBuffer.wrap(spare).putInt(size - 4);
                out.write(spare, 0, size);
                out.flush();
            }
        } catch (IOException e) {
            log.debug("The script worker no longer listens", e);
        }
    }

    private int take() {
        lock.lock();
        try {
            while (length == 4) {
                changed.awaitUninterruptibly();
            }
            int size = length;
            byte[] full = gathered;
            gathered = spare.length > 1 << 20 ? new byte[64 << 10] : spare;
            spare = full;
            length = 4;
            return size;
        } finally {
            lock.unlock();
        }
    }
}
