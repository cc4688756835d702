package org.patchbay.recordings.storage;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest implements RecordingStorageContract {

    private final RecordingStorage storage;

    DiskStorageTest(@TempDir Path folder) {
        storage = new DiskStorage(folder.resolve("kept"));
    }

    @Override
    public RecordingStorage storage() {
        return storage;
    }
}
