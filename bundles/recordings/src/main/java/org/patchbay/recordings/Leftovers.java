package org.patchbay.recordings;

import java.io.IOException;
import org.patchbay.recordings.store.RecordingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of recordings on this server that are no more: the portal was erased, or the recording was deleted while the server
 * was away. Thread-safe.
 */
final class Leftovers {

    private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

    private final RecordingStore store;
    private final RecordingFiles files;
    private final Recorder recorder;

    Leftovers(RecordingStore store, RecordingFiles files, Recorder recorder) {
        this.store = store;
        this.files = files;
        this.recorder = recorder;
    }

    /**
     * Deletes them. Who makes a folder holds the recording from before the folder is there until its row is, so it is asked in
     * this order: folder, held, row.
     */
    void sweep() throws IOException {
        for (RecordingFiles.Folder folder : files.here()) {
            if (!recorder.isHeld(folder.recording())
                    && store.find(folder.portal(), folder.recording()).isEmpty()) {
                log.info("Recording {} is no more, its folder is deleted", folder.recording());
                files.clear(folder.portal(), folder.recording());
            }
        }
    }
}
