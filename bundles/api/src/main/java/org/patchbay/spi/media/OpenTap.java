package org.patchbay.spi.media;

import org.osgi.annotation.versioning.ProviderType;

/** A {@link MediaTap} at a conference, as its bridge answers it. Thread-safe. */
@ProviderType
public interface OpenTap extends AutoCloseable {

    /** Asks the sender of that SSRC for a key frame, at the rate that the bridge allows; an unknown SSRC is ignored. */
    void requestKeyFrame(long ssrc);

    /**
     * Ends it. What was heard before is still told, then nothing more; this waits for that, unless the tap itself calls it.
     * Closing twice does nothing.
     */
    @Override
    void close();
}
