package org.patchbay.phonemedia.ports;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.phonemedia.sound.G711;
import org.patchbay.phonemedia.sound.JitterBuffer;
import org.patchbay.phonemedia.sound.WavWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Both directions of a port, left what came and right what went. Five seconds wait for the disk at most; when it is full the
 * recording ends, and what was written stays.
 */
final class WavRecording implements PortRecording {

    private static final Logger log = LoggerFactory.getLogger(WavRecording.class);
    private static final int ROOM = 5 * 2 * Frame.RATE;

    private final WavWriter writer;
    private final Consumer<WavRecording> onClose;
    private final Runnable onFailure;
    private final PcmFeed in;
    private final PcmFeed out;
    private final JitterBuffer left = new JitterBuffer();
    private final JitterBuffer right = new JitterBuffer();
    private final PcmTap leftTap = left::write;
    private final PcmTap rightTap = right::write;
    private final short[] leftFrame = new short[Frame.SAMPLES];
    private final short[] rightFrame = new short[Frame.SAMPLES];
    private final Object file = new Object();
    private byte[] filling = new byte[ROOM];
    private byte[] writing = new byte[ROOM];
    private int filled;
    private volatile boolean paused;
    private volatile boolean ended;

    WavRecording(WavWriter writer, PcmFeed in, PcmFeed out, Consumer<WavRecording> onClose, Runnable onFailure) {
        this.writer = writer;
        this.in = in;
        this.out = out;
        this.onClose = onClose;
        this.onFailure = onFailure;
        in.add(leftTap);
        out.add(rightTap);
    }

    @Override
    public void pause(boolean on) {
        paused = on;
    }

    /** Takes the next frame of both. */
    synchronized void tick() {
        if (ended) {
            return;
        }
        left.read(leftFrame);
        right.read(rightFrame);
        if (filled + 2 * Frame.SAMPLES > ROOM) {
            return; // the disk does not keep pace
        }
        for (int i = 0; i < Frame.SAMPLES; i++) {
            filling[filled] = paused ? G711.SILENCE_A : G711.toA(leftFrame[i]);
            filling[filled + 1] = paused ? G711.SILENCE_A : G711.toA(rightFrame[i]);
            filled += 2;
        }
    }

    /** Writes what waits. */
    void flush() {
        synchronized (file) {
            int count;
            synchronized (this) {
                count = filled;
                byte[] full = filling;
                filling = writing;
                writing = full;
                filled = 0;
            }
            if (count == 0) {
                return;
            }
            try {
                writer.append(writing, count);
            } catch (IOException e) {
                log.warn("A recording ends, for it cannot be written: {}", e.getMessage());
                end();
                onFailure.run();
            }
        }
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        in.remove(leftTap);
        out.remove(rightTap);
        onClose.accept(this);
        try {
            writer.close();
        } catch (IOException e) {
            log.warn("The file of a recording does not close", e);
        }
    }

    @Override
    public Duration close() {
        synchronized (file) {
            if (!ended) {
                flush();
                end();
            }
            return Duration.ofMillis(writer.millis());
        }
    }
}
