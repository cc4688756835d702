package org.patchbay.spi.calls;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.signalling.Party;

/**
 * A call that is at an application. Used on the call's thread alone, except {@link #run}; when the call is no more here, nothing
 * of it does anything.
 */
@ProviderType
public interface ApplicationCall {

    PortalId portal();

    CallId id();

    /** What it was wanted for. */
    Wanted wanted();

    /** Who calls, as phones show it. */
    Party caller();

    /** The extension of a caller within the portal. */
    Optional<Extension> extension();

    /** The device of such a caller, where one calls by it. */
    Optional<String> device();

    /** The portal's language: {@code en}, {@code de}, {@code es} or {@code fr}. */
    String language();

    /** The country whose tones are played, ISO 3166. */
    String country();

    /** The caller's sound: for playing, recording, connecting. The call closes it. */
    MediaPort port();

    /**
     * Takes the call, unless that was done before; before, the caller hears nothing.
     *
     * @param conversation whether the record says that the call was answered; otherwise it was attended instead of who was called
     */
    void answer(boolean conversation);

    /** Notes a decision in the call's path, with the application's name as its step. */
    void note(String reason, Map<String, String> params);

    /** Sends the caller on; the application is told that the call is over for it. */
    void transfer(Destination to);

    /** Ends the call. */
    void hangUp();

    /** Does something on the call's thread, unless the call is no more here then. May be called by any thread. */
    void run(Runnable task);

    /** Does something on the call's thread after so long, unless closed before or the call is no more here. */
    Registration after(Duration time, Runnable task);

    /** Does something elsewhere that may wait, then hands what came of it to the call's thread; a failure ends the application. */
    <T> void work(Supplier<T> task, Consumer<T> then);
}
