package org.patchbay.calls.call;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of recordings, and how much its disk takes. Thread-safe. */
public final class RecordingSpace {

    private static final Logger log = LoggerFactory.getLogger(RecordingSpace.class);

    private final Path folder;
    private final long spareBytes;
    private final LongSupplier usableBytes;

    /** So many bytes of the disk are left to others. */
    public RecordingSpace(Path folder, long spareBytes) {
        this(folder, spareBytes, () -> folder.toFile().getUsableSpace());
    }

    /** Of a disk that says by itself how many bytes it takes. */
    RecordingSpace(Path folder, long spareBytes, LongSupplier usableBytes) {
        this.folder = folder;
        this.spareBytes = spareBytes;
        this.usableBytes = usableBytes;
    }

    /** Whether the disk should take nothing more. */
    boolean isFull() {
        return Files.isDirectory(folder) && usableBytes.getAsLong() < spareBytes;
    }

    /**
     * A file that is not there yet; its name says when it begins.
     *
     * @throws PatchbayException UNAVAILABLE when the disk takes nothing more
     */
    Path fresh(PortalId portal, CallId call, long beginMillis) {
        Path own = folder.resolve(portal.value()).resolve(call.value());
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            log.warn("A recording has no folder: {}", e.toString());
            throw full();
        }
        if (isFull()) {
            throw full();
        }
        long begin = beginMillis;
        while (Files.exists(own.resolve(begin + ".wav"))) {
            begin++;
        }
        return own.resolve(begin + ".wav");
    }

    /** Why nothing is recorded. */
    static PatchbayException full() {
        return Problem.UNAVAILABLE.because("call.recording-disk", "The server cannot write recordings at the moment");
    }
}
