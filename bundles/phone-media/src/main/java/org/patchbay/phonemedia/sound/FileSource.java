package org.patchbay.phonemedia.sound;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sound file that is read as it is played: another thread keeps two seconds ready. Where the disk is slower, silence is
 * heard in between. Frames are taken by one thread.
 */
public final class FileSource implements Source {

    private static final Logger log = LoggerFactory.getLogger(FileSource.class);
    private static final int ROOM = 2 * Frame.RATE;

    private final Executor files;
    private final Path path;
    private final short[] ring = new short[ROOM];
    private int from;
    private int filled;
    private boolean filling;
    private boolean ended;
    private boolean closed;
    private @Nullable WavReader reader;
    private final short[] piece = new short[ROOM / 2];

    public FileSource(Path path, Executor files) {
        this.path = path;
        this.files = files;
        refill();
    }

    @Override
    public boolean next(short[] frame) {
        synchronized (this) {
            int count = Math.min(Frame.SAMPLES, filled);
            if (count == 0 && ended) {
                return false;
            }
            for (int i = 0; i < count; i++) {
                frame[i] = ring[(from + i) % ROOM];
            }
            Arrays.fill(frame, count, Frame.SAMPLES, (short) 0);
            from = (from + count) % ROOM;
            filled -= count;
            if (ended || filling || filled > ROOM / 2) {
                return true;
            }
        }
        refill();
        return true;
    }

    private void refill() {
        synchronized (this) {
            filling = true;
        }
        try {
            files.execute(this::fill);
        } catch (RejectedExecutionException e) {
            end();
        }
    }

    private void fill() {
        try {
            WavReader open = reader;
            if (open == null) {
                open = WavReader.open(path);
                reader = open;
            }
            int count = open.read(piece, piece.length);
            boolean shut;
            synchronized (this) {
                for (int i = 0; i < count; i++) {
                    ring[(from + filled + i) % ROOM] = piece[i];
                }
                filled += count;
                filling = false;
                ended |= count < piece.length;
                shut = ended || closed;
            }
            if (shut) {
                shut();
            }
        } catch (IOException e) {
            log.warn("A sound file cannot be played: {}", e.getMessage());
            end();
            shut();
        }
    }

    private synchronized void end() {
        ended = true;
        filling = false;
    }

    private void shut() {
        WavReader open = reader;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (IOException e) {
            log.debug("A sound file does not close", e);
        }
    }

    @Override
    public void close() {
        boolean idle;
        synchronized (this) {
            closed = true;
            idle = !filling && !ended;
            ended = true;
        }
        if (idle) {
            try {
                files.execute(this::shut);
            } catch (RejectedExecutionException e) {
                shut();
            }
        }
    }
}
