package org.patchbay.voicemail.phone;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.voicemail.sound.Silence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what a caller says, until a key, silence, the longest time or the end of the call. Used on the call's thread alone. */
final class Recording {

    /** Why it ended. */
    enum How {
        KEY,
        /** It was long enough, or quiet. */
        TIME,
        /** The call is over. */
        OVER
    }

    /** Hears of the end, once, on the call's thread. */
    interface Ended {
        void of(Recording recording, How how, char key);
    }

    private static final Logger log = LoggerFactory.getLogger(Recording.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final ApplicationCall call;
    private final Path file;
    private final Silence silence;
    private final int silenceSeconds;
    private final Ended ended;
    private final PortRecording recording;
    private final Registration longest;
    private final long begun = System.nanoTime();
    private volatile Duration took = Duration.ZERO;
    private Registration look = () -> {};
    private boolean over;

    private Recording(ApplicationCall call, Path file, Duration most, int silenceSeconds, Ended ended) {
        this.call = call;
        this.file = file;
        this.silence = new Silence(file);
        this.silenceSeconds = silenceSeconds;
        this.ended = ended;
        this.recording = call.port().record(file);
        this.longest = call.after(most, () -> end(How.TIME, ' '));
    }

    /**
     * Begins to record.
     *
     * @param silenceSeconds after which it ends; 0 for never
     */
    static void begin(
            ApplicationCall call,
            Conversation conversation,
            Path file,
            Duration longest,
            int silenceSeconds,
            Ended ended) {
        var recording = new Recording(call, file, longest, silenceSeconds, ended);
        conversation.hear(key -> recording.end(How.KEY, key), () -> recording.end(How.OVER, ' '));
        recording.watch();
    }

    Path file() {
        return file;
    }

    /** How long it went on. */
    Duration took() {
        return took;
    }

    /** Completes the file, which may wait for the disk; says how long it is. */
    Duration complete() {
        return recording.close();
    }

    private void watch() {
        if (silenceSeconds > 0 && !over) {
            look = call.after(LOOK, () -> call.work(this::quietMillis, this::heard));
        }
    }

    private long quietMillis() {
        try {
            return silence.millis();
        } catch (IOException e) {
            log.debug("A recording cannot be read while it is written: {}", e.getMessage());
            return 0;
        }
    }

    private void heard(long quiet) {
        if (quiet >= silenceSeconds * 1000L) {
            end(How.TIME, ' ');
        } else {
            watch();
        }
    }

    private void end(How how, char key) {
        if (!over) {
            over = true;
            took = Duration.ofNanos(System.nanoTime() - begun);
            longest.close();
            look.close();
            ended.of(this, how, key);
        }
    }
}
