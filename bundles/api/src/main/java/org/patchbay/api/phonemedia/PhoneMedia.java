package org.patchbay.api.phonemedia;

import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** Opens ports and mixers. Thread-safe; nothing here blocks. */
@ProviderType
public interface PhoneMedia {

    /**
     * Opens a port. Nothing is sent before both descriptions are there.
     *
     * @throws org.patchbay.api.PatchbayException with {@code LIMITED} when the server takes no more
     */
    MediaPort open(PortalId portal, PortProfile profile, PortListener listener);

    /** Makes a conference of ports, in which each hears all others (mix-minus). */
    Mixer mixer(PortalId portal);

    /**
     * Takes a port to a room on a media bridge; it leaves whatever it was connected to.
     *
     * @throws org.patchbay.api.PatchbayException with {@code LIMITED} when as many phones are in rooms as the server takes
     */
    RoomSound room(MediaPort port);

    /** How many ports are open, and how much goes through them. */
    MediaLoad load();
}
