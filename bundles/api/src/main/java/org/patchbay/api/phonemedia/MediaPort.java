package org.patchbay.api.phonemedia;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The sound of one leg. First an offer and an answer (RFC 3264), then sound. {@code like} is the port at the other end of
 * the call: codecs that both have come first, so that sound need not be made anew. Thread-safe; nothing here blocks.
 */
@ProviderType
public interface MediaPort {

    /** Names the port in logs and figures. */
    String id();

    /**
     * Reads what the far end offers.
     *
     * @throws org.patchbay.api.PatchbayException with {@code INVALID} if it is no description, or none with sound and a codec that is
     *     known here
     */
    void remoteOffer(String description);

    /** Writes the answer to what was offered. */
    String answer(Optional<MediaPort> like);

    /** Writes an offer; a second one has a greater version (RFC 3264, section 8). */
    String offer(Optional<MediaPort> like);

    /**
     * Reads what the far end answered.
     *
     * @throws org.patchbay.api.PatchbayException with {@code INVALID}, and everything stays as it was
     */
    void remoteAnswer(String description);

    /** Whether the far end holds (it sends nothing or wants nothing: {@code sendonly}, {@code inactive}). */
    boolean held();

    /** Whether offers and answers written from now on hold the far end ({@code sendonly}). */
    void hold(boolean on);

    /**
     * Lets both hear each other from now on; whatever either was connected to, it leaves. Playing stops on both. With itself
     * the far end hears itself.
     */
    void connect(MediaPort other);

    /** Leaves whatever it is connected to: another port or a mixer. */
    void disconnect();

    /** Plays to the far end in place of what it is connected to, and says by the listener when it is over. */
    void play(List<Prompt> prompts, boolean forEver);

    /** Stops playing; a connection is heard again. */
    void stopPlaying();

    /** Presses keys for the far end (RFC 4733, in-band where it has no telephone events). */
    void digits(String digits);

    /** Writes both directions to a file, one channel each, until closed: playable whenever it ends. */
    PortRecording record(Path file);

    /** How the connection is and was. */
    PortQuality quality();

    /** Ends it; what it was connected to hears silence. */
    void close();
}
