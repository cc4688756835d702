package org.patchbay.identity.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.identity.IdentityConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file in which whoever runs the server finds root's first link; nobody else may read it. */
@Component(service = RootSetupFile.class, configurationPid = "org.patchbay.identity")
public final class RootSetupFile {

    private static final Logger log = LoggerFactory.getLogger(RootSetupFile.class);

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final int httpPort;

    @Activate
    public RootSetupFile(IdentityConfig config) {
        this.file = Path.of(config.dataFolder()).resolve("root-setup-link");
        this.httpPort = config.httpPort();
    }

    /** Writes the whole link; a reader never sees half of it. */
    void write(String path) {
        String link = "http://localhost:" + httpPort + path + "\n";
        Path fresh = file.resolveSibling("root-setup-link.new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER_ONLY);
            Files.write(fresh, link.getBytes(StandardCharsets.UTF_8));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            log.info("The link for setting root's password is in {}", file);
        } catch (IOException e) {
            log.error("The link for setting root's password cannot be written to {}", file, e);
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be removed; its link no longer works", file, e);
        }
    }
}
