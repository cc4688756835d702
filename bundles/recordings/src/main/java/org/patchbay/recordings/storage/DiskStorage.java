package org.patchbay.recordings.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps files in a folder. */
public final class DiskStorage implements RecordingStorage {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]+(/[A-Za-z0-9-]+)*(\\.[a-z0-9]+)?");
    private static final Logger log = LoggerFactory.getLogger(DiskStorage.class);

    private final Path folder;

    public DiskStorage(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String key, String mediaType, Path file) throws IOException {
        Path target = path(key);
        Path parent = target.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        // Half a file is never seen under the key.
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(beside);
        try {
            Files.createLink(beside, file);
        } catch (FileSystemException | UnsupportedOperationException e) {
            log.debug("{} is copied, as it cannot be linked", file, e);
            Files.copy(file, beside);
        }
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void read(String key, long from, long length, OutputStream out) throws IOException {
        try (FileChannel file = FileChannel.open(path(key), StandardOpenOption.READ)) {
            file.position(from);
            Piece.copy(Channels.newInputStream(file), length, out);
        }
    }

    @Override
    public void delete(String key) throws IOException {
        Path target = path(key);
        Files.deleteIfExists(target);
        Path parent = target.getParent();
        if (parent == null || parent.equals(folder) || !Files.isDirectory(parent)) {
            return;
        }
        boolean empty;
        try (Stream<Path> others = Files.list(parent)) {
            empty = others.findAny().isEmpty();
        }
        if (empty) {
            Files.deleteIfExists(parent);
        }
    }

    private Path path(String key) throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new IOException("Not a key: " + key);
        }
        return folder.resolve(key);
    }
}
