package org.patchbay.meetings;

import java.util.List;
import org.patchbay.spi.media.MediaBridge;

/** What the container does to a directory of bridges. */
public final class Bridges {

    private Bridges() {}

    /** Bridges come and go. */
    public static void replace(BridgeDirectory directory, List<MediaBridge> present) {
        directory.replace(present);
    }
}
