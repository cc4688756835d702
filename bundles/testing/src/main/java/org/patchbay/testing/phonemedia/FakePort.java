package org.patchbay.testing.phonemedia;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.api.phonemedia.Prompt;

/** A port whose sound is told, not made. Strict: an answer without an offer, or use after closing, fails. Thread-safe. */
public final class FakePort implements MediaPort {

    private final String id;
    private final PortProfile profile;
    private final PortListener listener;
    private Optional<FakePort> other = Optional.empty();
    private Optional<FakeMixer> mixer = Optional.empty();
    private List<Prompt> playing = List.of();
    private Optional<Path> recording = Optional.empty();
    private volatile Optional<FakeRecording> writing = Optional.empty();
    private Optional<String> remote = Optional.empty();
    private Optional<MediaPort> like = Optional.empty();
    private boolean offered;
    private boolean toAnswer;
    private boolean holding;
    private boolean closed;
    private int version;
    private String digits = "";

    FakePort(String id, PortProfile profile, PortListener listener) {
        this.id = id;
        this.profile = profile;
        this.listener = listener;
    }

    public PortProfile profile() {
        return profile;
    }

    public synchronized boolean closed() {
        return closed;
    }

    /** What is played to the far end. */
    public synchronized List<Prompt> playing() {
        return playing;
    }

    /** Whom the far end hears, if nothing is played. */
    public synchronized Optional<FakePort> hears() {
        return playing.isEmpty() ? other : Optional.empty();
    }

    public synchronized Optional<FakeMixer> mixer() {
        return mixer;
    }

    /** The port that the last description was made like. */
    public synchronized Optional<MediaPort> like() {
        return like;
    }

    /** Where it is recorded to, unless paused. */
    public synchronized Optional<Path> recording() {
        return writing.filter(FakeRecording::paused).isPresent() ? Optional.empty() : recording;
    }

    public synchronized String pressed() {
        return digits;
    }

    /** The far end presses a key. */
    public void presses(char digit) {
        listener.digit(digit);
    }

    /** What was played is over. */
    public void finishes() {
        synchronized (this) {
            if (playing.isEmpty()) {
                throw new AssertionError("Nothing is played at " + id);
            }
            playing = List.of();
        }
        listener.played();
    }

    /** What is recorded here cannot be written any more. */
    public void recordingFails() {
        synchronized (this) {
            if (recording.isEmpty()) {
                throw new AssertionError("Nothing is recorded at " + id);
            }
            recording = Optional.empty();
        }
        listener.recordingEnded();
    }

    /** Nothing comes any more. */
    public void vanishes() {
        listener.silent();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized void remoteOffer(String description) {
        open();
        read(description);
        toAnswer = true;
    }

    @Override
    public synchronized String answer(Optional<MediaPort> alike) {
        open();
        if (!toAnswer) {
            throw new AssertionError("There is no offer to answer at " + id);
        }
        toAnswer = false;
        return write(alike);
    }

    @Override
    public synchronized String offer(Optional<MediaPort> alike) {
        open();
        offered = true;
        return write(alike);
    }

    @Override
    public synchronized void remoteAnswer(String description) {
        open();
        if (!offered) {
            throw new AssertionError("There was no offer at " + id);
        }
        read(description);
    }

    private void read(String description) {
        if (!description.startsWith("v=0") || !description.contains("m=audio")) {
            throw Problem.INVALID.because("sdp.sound", "No sound is described");
        }
        remote = Optional.of(description);
    }

    private String write(Optional<MediaPort> alike) {
        like = alike;
        version++;
        return "v=0\r\no=" + id + " " + version + "\r\nm=audio 5000 RTP/AVP 8 0\r\na="
                + (holding ? "sendonly" : "sendrecv") + "\r\n";
    }

    @Override
    public synchronized boolean held() {
        return remote.filter(text -> text.contains("a=sendonly") || text.contains("a=inactive"))
                .isPresent();
    }

    @Override
    public synchronized void hold(boolean on) {
        holding = on;
    }

    @Override
    public void connect(MediaPort port) {
        var far = (FakePort) port;
        disconnect();
        far.disconnect();
        reach(far);
        far.reach(this);
    }

    private synchronized void reach(FakePort far) {
        open();
        other = Optional.of(far);
        playing = List.of();
    }

    @Override
    public void disconnect() {
        Optional<FakePort> far;
        Optional<FakeMixer> conference;
        synchronized (this) {
            far = other;
            conference = mixer;
            other = Optional.empty();
            mixer = Optional.empty();
        }
        far.ifPresent(port -> port.lose(this));
        conference.ifPresent(one -> one.leave(this));
    }

    private synchronized void lose(FakePort port) {
        other = other.filter(one -> one != port);
    }

    void enter(FakeMixer conference) {
        disconnect();
        synchronized (this) {
            open();
            mixer = Optional.of(conference);
            playing = List.of();
        }
    }

    synchronized void left() {
        mixer = Optional.empty();
    }

    @Override
    public synchronized void play(List<Prompt> prompts, boolean forEver) {
        open();
        playing = List.copyOf(prompts);
    }

    @Override
    public synchronized void stopPlaying() {
        playing = List.of();
    }

    @Override
    public synchronized void digits(String keys) {
        open();
        digits += keys;
    }

    @Override
    public synchronized PortRecording record(Path file) {
        open();
        recording = Optional.of(file);
        var written = new FakeRecording(file, () -> {
            synchronized (FakePort.this) {
                recording = Optional.empty();
            }
        });
        writing = Optional.of(written);
        return written;
    }

    /** What is being recorded hears this of the far end: samples of A-law at 8 kHz, written to the file. */
    public void speaks(byte[] samples) {
        writing.orElseThrow(() -> new AssertionError("Nothing is recorded")).write(samples);
    }

    @Override
    public synchronized PortQuality quality() {
        return remote.isEmpty()
                ? new PortQuality("", 0, 0, 0, 0, -1, -1, 0)
                : new PortQuality("PCMA", 500, 490, 5, 2.5, 1, 20, 4.1);
    }

    @Override
    public void close() {
        disconnect();
        synchronized (this) {
            closed = true;
            playing = List.of();
            recording = Optional.empty();
        }
    }

    private void open() {
        if (closed) {
            throw new AssertionError(id + " is closed");
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
