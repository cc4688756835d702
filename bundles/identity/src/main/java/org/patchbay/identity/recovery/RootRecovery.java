package org.patchbay.identity.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.factor.SecondFactors;
import org.patchbay.identity.link.RootSetup;
import org.patchbay.identity.session.SessionBook;
import org.patchbay.identity.store.PersonStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives root a fresh link when the file {@code recover-root} appears in the data folder, which only whoever runs the server
 * can write; {@code ./patchbay recover-root} makes it. Root's second factors, networks and sessions go, since they may be
 * what is lost.
 */
@Component(service = RootRecovery.class, immediate = true, configurationPid = "org.patchbay.identity")
public final class RootRecovery {

    private static final Logger log = LoggerFactory.getLogger(RootRecovery.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path request;
    private final PersonStore people;
    private final SecondFactors factors;
    private final SessionBook sessions;
    private final RootSetup setup;
    private final Audit audit;
    private final UnitOfWork work;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(RootRecovery::thread);

    @Activate
    public RootRecovery(
            @Reference PersonStore people,
            @Reference SecondFactors factors,
            @Reference SessionBook sessions,
            @Reference RootSetup setup,
            @Reference Audit audit,
            @Reference UnitOfWork work,
            IdentityConfig config) {
        this.request = Path.of(config.dataFolder()).resolve("recover-root");
        this.people = people;
        this.factors = factors;
        this.sessions = sessions;
        this.setup = setup;
        this.audit = audit;
        this.work = work;
        var unused = watch.scheduleWithFixedDelay(this::look, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() {
        watch.shutdown();
    }

    private void look() {
        try {
            if (Files.isRegularFile(request, LinkOption.NOFOLLOW_LINKS)) {
                recover();
            }
        } catch (IOException | RuntimeException e) {
            log.error("Root's access cannot be recovered", e);
        }
    }

    private void recover() throws IOException {
        if (!isOurs()) {
            log.error("{} is of another user and is ignored", request);
            return;
        }
        work.run(() -> people.findByLogin(PortalId.ROOT, RootSetup.LOGIN).ifPresent(this::open));
        setup.renew();
        Files.deleteIfExists(request);
        log.warn("Root's access was recovered on the machine: a fresh link was made, second factors were removed");
    }

    /** Of the user that the data folder belongs to, or of the machine's administrator. */
    private boolean isOurs() throws IOException {
        String owner = Files.getOwner(request, LinkOption.NOFOLLOW_LINKS).getName();
        Path folder = request.toAbsolutePath().getParent();
        return owner.equals("root")
                || (folder != null && owner.equals(Files.getOwner(folder).getName()));
    }

    private void open(Person root) {
        var open = root.draft()
                .edit()
                .enabled(true)
                .networks(List.of())
                .activeFrom(Optional.empty())
                .activeUntil(Optional.empty())
                .done();
        people.update(root.with(open, root.version() + 1));
        factors.reset(root, false);
        sessions.endOf(PortalId.ROOT, root.id(), Optional.empty());
        audit.record(
                PortalId.ROOT,
                new AuditDraft(
                        "root.recovered",
                        "person",
                        root.id().value(),
                        Map.of(),
                        Map.of("secondFactor", "removed", "link", "set")));
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-root-recovery");
        thread.setDaemon(true);
        return thread;
    }
}
