package org.patchbay.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder that holds all that the server writes; one running server has it at a time. */
final class DataFolder {

    private static final List<String> FOLDERS = List.of("deploy", "keys", "log", "tmp");
    private static final List<String> SECRET = List.of("keys", "log", "tmp");

    private static final long BYTES_PER_MEGABYTE = 1 << 20;
    private static final long NEEDED_MEGABYTES = 100;

    private final Path path;

    DataFolder(Path path) {
        this.path = path;
    }

    /** Makes what is missing and takes the lock, which the process holds until it ends. */
    void take() {
        try {
            boolean fresh = !Files.exists(path);
            for (String folder : FOLDERS) {
                Files.createDirectories(path.resolve(folder));
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                for (String folder : SECRET) {
                    Files.setPosixFilePermissions(path.resolve(folder), PosixFilePermissions.fromString("rwx------"));
                }
                // The database makes its own folder below, readable by everybody.
                if (fresh) {
                    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x---"));
                }
            }
            requireRoom(Files.getFileStore(path).getUsableSpace());
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse();
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> release(lock), "patchbay-data-lock"));
        } catch (OverlappingFileLockException e) {
            throw inUse();
        } catch (IOException e) {
            throw ExitCode.DATA_FOLDER.because("The data folder " + path
                    + " cannot be written; give the user who starts the server the right to, or set PATCHBAY_DATA.");
        }
    }

    /** What a start alone writes fits; on a full disk it could only fail midway. */
    void requireRoom(long usableBytes) {
        long usable = usableBytes / BYTES_PER_MEGABYTE;
        if (usable < NEEDED_MEGABYTES) {
            throw ExitCode.DATA_FOLDER.because("The disk of the data folder " + path + " has " + usable
                    + " MB left; make room until there are " + NEEDED_MEGABYTES + " MB, or set PATCHBAY_DATA.");
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            // The operating system releases it with the process.
        }
    }

    private StartFailure inUse() {
        return ExitCode.DATA_IN_USE.because("Another server runs with the data folder " + path
                + "; stop that one, or set PATCHBAY_DATA to another folder.");
    }
}
