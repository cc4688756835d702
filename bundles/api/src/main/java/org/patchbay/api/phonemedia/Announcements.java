package org.patchbay.api.phonemedia;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/**
 * The sentences that portals bring themselves. One of the name of a sentence that comes with the server takes its place, in every
 * language. May wait for the disk. Thread-safe.
 */
@ProviderType
public interface Announcements {

    /** The portal's own, by name. */
    List<Announcement> list(PortalId portal);

    /** Whether a sentence comes with the server. */
    boolean isBuiltIn(String name);

    /** A sentence that comes with the server, as a WAV file; in English where the language is another one. */
    Optional<byte[]> builtIn(String name, String language);

    /** The portal's own sound of this name, a WAV file. */
    Optional<Path> file(PortalId portal, String name);

    /**
     * Makes what phones hear of a WAV file: PCM of 8 or 16 bits or G.711, one or two channels, any rate.
     *
     * @throws org.patchbay.api.PatchbayException INVALID with what is wrong with the name or the file, TOO_LARGE, LIMITED for one too many,
     *     UNAVAILABLE where the server has no folder for them
     */
    Announcement put(PortalId portal, String name, InputStream wav);

    /** Deletes the portal's own; whether it was there. */
    boolean delete(PortalId portal, String name);
}
