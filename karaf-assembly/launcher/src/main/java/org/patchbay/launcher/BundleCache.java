package org.patchbay.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.zip.CRC32;

/** Karaf's cache of installed bundles: right for one distribution only, so it goes when the distribution changes. */
final class BundleCache {

    private final Path home;
    private final Path cache;

    BundleCache(Path home, Path data) {
        this.home = home;
        this.cache = data.resolve("cache");
    }

    void refresh() {
        try {
            String present = fingerprint();
            Path mark = cache.resolve("distribution");
            if (Files.exists(mark) && Files.readString(mark).equals(present)) {
                return;
            }
            delete(cache);
            Files.createDirectories(cache);
            Files.writeString(mark, present);
        } catch (IOException | UncheckedIOException e) {
            throw ExitCode.DATA_FOLDER.because("The folder " + cache + " cannot be renewed; delete it by hand.");
        }
    }

    private String fingerprint() throws IOException {
        CRC32 crc = new CRC32();
        crc.update(home.toString().getBytes(UTF_8));
        crc.update(Files.readAllBytes(home.resolve("etc/startup.properties")));
        try (var files = Files.find(home.resolve("system"), 20, (path, attributes) -> attributes.isRegularFile())) {
            for (Path file : files.sorted().toList()) {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                crc.update((file + " " + attributes.size() + " " + attributes.lastModifiedTime()).getBytes(UTF_8));
            }
        }
        return Long.toHexString(crc.getValue());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
