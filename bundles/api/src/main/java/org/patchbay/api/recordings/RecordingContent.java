package org.patchbay.api.recordings;

import java.io.IOException;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** The content of one file of a recording, read piece by piece from wherever it is stored. Thread-safe. */
@ProviderType
public interface RecordingContent {

    /** What it is saved as. */
    String fileName();

    /** Such as {@code video/webm}. */
    String mediaType();

    /** How many bytes there are. */
    long size();

    /** Differs for each content; never used again for another. */
    String tag();

    /** Writes these bytes; blocks. The caller closes the stream. */
    void write(long from, long length, OutputStream out) throws IOException;
}
