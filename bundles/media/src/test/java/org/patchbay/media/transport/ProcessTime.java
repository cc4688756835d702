package org.patchbay.media.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What another process has used of the processors, from /proc. */
public final class ProcessTime {

    private static final int UTIME = 11;
    private static final long MICROS_PER_TICK = 10_000;

    private ProcessTime() {}

    /** User and system time so far, in microseconds. */
    public static long micros(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) * MICROS_PER_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
