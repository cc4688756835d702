package org.patchbay.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file with the keys, readable by its owner alone. */
final class KeyFile {

    private static final Logger log = LoggerFactory.getLogger(KeyFile.class);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int MAX_BYTES = 4096;

    private final Path path;

    KeyFile(Path path) {
        this.path = path;
    }

    /** The file's text; a missing file is made with a fresh key, by whoever comes first. */
    String read() {
        try {
            if (!Files.exists(path)) {
                create();
            }
            if (Files.size(path) > MAX_BYTES) {
                throw new IllegalStateException("The key file " + path + " is too large to be one");
            }
            guard();
            return Files.readString(path);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + path + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private void create() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder)) {
            Files.createDirectories(folder, onlyFor(OWNER_FOLDER));
        }
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        byte[] line = Base64.getEncoder().encode(key);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(path, options, onlyFor(OWNER_ONLY))) {
            channel.write(ByteBuffer.wrap(line));
            log.info("Made the key file {}; keep a copy apart from the backups", path);
        } catch (FileAlreadyExistsException e) {
            log.debug("Somebody else has just made the key file {}", path);
        }
    }

    private void guard() throws IOException {
        if (posix() && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, OWNER_ONLY);
            log.warn("Others could read the key file {}; now only its owner can", path);
        }
    }

    private static FileAttribute<?>[] onlyFor(Set<PosixFilePermission> permissions) {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
