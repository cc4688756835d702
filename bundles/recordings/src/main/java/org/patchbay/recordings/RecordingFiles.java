package org.patchbay.recordings;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.http.Http;
import org.patchbay.api.recordings.RecordingContent;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.recordings.storage.DiskStorage;
import org.patchbay.recordings.storage.RecordingStorage;
import org.patchbay.recordings.storage.S3Storage;
import org.patchbay.recordings.store.StoredRecording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of recordings: those being written are in a folder, finished ones in the storage. Thread-safe. */
@Component(service = RecordingFiles.class, configurationPid = "org.patchbay.recordings")
@Designate(ocd = RecordingsConfig.class)
public final class RecordingFiles {

    private static final Logger log = LoggerFactory.getLogger(RecordingFiles.class);

    private static final Pattern FOLDER = Pattern.compile("[0-9a-f-]{36}/[0-9a-f-]{36}");

    private final Path work;
    private final RecordingStorage storage;
    private final long spareBytes;

    @Activate
    public RecordingFiles(@Reference Http http, RecordingsConfig config) {
        this(Path.of(config.folder()), storage(http, config), (long) config.spareMegabytes() << 20);
    }

    private static RecordingStorage storage(Http http, RecordingsConfig config) {
        if (config.s3Address().isBlank()) {
            return new DiskStorage(Path.of(config.folder()).resolve("kept"));
        }
        return new S3Storage(
                http,
                URI.create(config.s3Address().strip()),
                config.s3Region(),
                config.s3Bucket(),
                config.s3KeyId(),
                config.s3Key());
    }

    RecordingFiles(Path folder, RecordingStorage storage, long spareBytes) {
        this.spareBytes = spareBytes;
        this.work = folder.resolve("work");
        this.storage = storage;
    }

    /** Where a recording is written while it goes on. */
    Path work(PortalId portal, RecordingId recording) {
        return work.resolve(portal.value()).resolve(recording.value());
    }

    /** Whether the disk of what is being recorded has no more left than others need. */
    boolean isFull() {
        return Files.isDirectory(work) && work.toFile().getUsableSpace() < spareBytes;
    }

    /** Whether this server has it. */
    boolean isHere(PortalId portal, RecordingId recording) {
        return Files.isDirectory(work(portal, recording));
    }

    /** Which recordings have a folder here; what is not called like one is left out. */
    List<Folder> here() throws IOException {
        if (!Files.isDirectory(work)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.find(work, 2, (path, is) -> is.isDirectory())) {
            return folders.map(work::relativize)
                    .filter(path -> path.getNameCount() == 2
                            && FOLDER.matcher(path.toString()).matches())
                    .map(path -> new Folder(
                            new PortalId(path.getName(0).toString()),
                            new RecordingId(path.getName(1).toString())))
                    .toList();
        }
    }

    /** Whose folder it is. */
    record Folder(PortalId portal, RecordingId recording) {}

    /** Keeps a finished file. */
    void keep(PortalId portal, RecordingId recording, RecordingPart part, Path file) throws IOException {
        storage.put(PartFiles.key(portal, recording, PartFiles.name(part)), part.mediaType(), file);
    }

    /** Deletes what was written while it went on. */
    void clear(PortalId portal, RecordingId recording) {
        Path folder = work(portal, recording);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            log.warn("The folder of recording {} cannot be deleted", recording, e);
        }
    }

    /** Deletes a finished file; harmless if there is none. */
    void remove(PortalId portal, RecordingId recording, String name) throws IOException {
        storage.delete(PartFiles.key(portal, recording, name));
    }

    /** A finished file. */
    RecordingContent content(PortalId portal, StoredRecording recording, RecordingPart part) {
        return new Content(
                storage,
                PartFiles.key(portal, recording.id(), PartFiles.name(part)),
                PartFiles.saved(recording.title(), part),
                part.mediaType(),
                part.bytes());
    }

    private record Content(RecordingStorage storage, String key, String fileName, String mediaType, long size)
            implements RecordingContent {

        @Override
        public String tag() {
            return key.substring(key.indexOf('/') + 1);
        }

        @Override
        public void write(long from, long length, OutputStream out) throws IOException {
            storage.read(key, from, length, out);
        }
    }
}
