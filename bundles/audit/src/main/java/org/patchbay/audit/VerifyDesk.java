package org.patchbay.audit;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.AuditVerification;
import org.patchbay.audit.store.AuditStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code ./patchbay verify-audit}: when the file {@code audit/verify} appears in the data folder, every chain is
 * read and the findings are put into {@code audit/verified}, a line for each portal. Who may write to the folder is the
 * server's own user; no port and no password are needed. The embedded database is open to the server alone, so that the
 * command cannot read it by itself.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.patchbay.audit")
@Designate(ocd = AuditConfig.class)
public final class VerifyDesk {

    private static final Logger log = LoggerFactory.getLogger(VerifyDesk.class);
    private static final int PAUSE_MILLIS = 500;

    private final AuditStore store;
    private final Verifier verifier;
    private final Path folder;
    private final ScheduledExecutorService clock;

    @Activate
    public VerifyDesk(@Reference AuditStore store, AuditConfig config) {
        this(store, Path.of(config.dataFolder()).resolve("audit"));
        // Ends with the executor; what fails in a run is caught in it.
        ScheduledFuture<?> unused =
                clock.scheduleWithFixedDelay(this::lookSafely, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    VerifyDesk(AuditStore store, Path folder) {
        this.store = store;
        this.verifier = new Verifier(store);
        this.folder = folder;
        this.clock = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "audit-verify");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            log.warn("The audit was not verified", e);
        }
    }

    /** Answers if somebody has asked. */
    void look() throws IOException {
        prepare();
        if (!Files.deleteIfExists(folder.resolve("verify"))) {
            return;
        }
        Path draft = folder.resolve("verified.new");
        Files.write(draft, findings());
        Files.move(draft, folder.resolve("verified"), StandardCopyOption.REPLACE_EXISTING);
    }

    private void prepare() throws IOException {
        if (Files.exists(folder)) {
            return;
        }
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createDirectories(folder.toAbsolutePath().getParent());
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private List<String> findings() {
        List<String> lines = new ArrayList<>();
        boolean whole = true;
        for (PortalId portal : store.portals()) {
            AuditVerification found = verifier.verify(portal);
            whole &= found.intact();
            lines.add("portal " + portal + ": " + sentence(found));
        }
        lines.add(whole ? "Every chain is whole." : "A chain is broken.");
        return lines;
    }

    private static String sentence(AuditVerification found) {
        if (found.intact()) {
            return found.entries() + " entries, whole, head " + found.head();
        }
        return "BROKEN at entry " + found.brokenSequence().orElse(0)
                + found.brokenId().map(id -> " (" + id + ")").orElse("") + ": "
                + found.reason().orElse("");
    }
}
