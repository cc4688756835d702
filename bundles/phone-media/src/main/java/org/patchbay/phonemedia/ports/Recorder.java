package org.patchbay.phonemedia.ports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.Problem;
import org.patchbay.phonemedia.sound.WavWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes all recordings on one thread, four times a second. Thread-safe. */
public final class Recorder implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Recorder.class);
    private static final int FLUSH_MILLIS = 250;

    private final List<WavRecording> recordings = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService writer;
    private final Future<?> flushing;

    public Recorder() {
        writer = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "phone-media-recorder");
            thread.setDaemon(true);
            return thread;
        });
        flushing = writer.scheduleAtFixedRate(this::flush, FLUSH_MILLIS, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes both; what is to be done when the file takes no more. */
    WavRecording begin(Path file, PcmFeed in, PcmFeed out, Runnable onFailure) {
        try {
            var recording = new WavRecording(WavWriter.create(file), in, out, recordings::remove, onFailure);
            recordings.add(recording);
            return recording;
        } catch (IOException e) {
            log.warn("A recording cannot be begun: {}", e.toString());
            throw Problem.UNAVAILABLE.because("The file of the recording cannot be written");
        }
    }

    /** A frame's time went by. */
    public void tick() {
        recordings.forEach(WavRecording::tick);
    }

    private void flush() {
        recordings.forEach(WavRecording::flush);
    }

    @Override
    public void close() {
        flushing.cancel(false);
        recordings.forEach(WavRecording::close);
        writer.shutdown();
    }
}
