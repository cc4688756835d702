package org.patchbay.recordings.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Keeps the files of finished recordings under keys: parts of letters, digits, dashes and points, joined by slashes.
 * Blocks. Thread-safe.
 */
public interface RecordingStorage {

    /** Keeps what is in a file, which stays and is not written to any more; one that was there under the key is replaced. */
    void put(String key, String mediaType, Path file) throws IOException;

    /** Writes bytes of a file, which must have so many. */
    void read(String key, long from, long length, OutputStream out) throws IOException;

    /** Deletes a file; harmless if there is none. */
    void delete(String key) throws IOException;
}
