package org.patchbay.sip;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.sip.auth.DigestAlgorithm;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.registrar.Registrar;
import org.patchbay.sip.store.RegistrationStore;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timing;
import org.patchbay.sip.transport.Transports;
import org.patchbay.spi.signalling.Subscribers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signalling as long as its ports can be opened; it tries again until they can. Thread-safe. */
@Component(
        service = {Signalling.class, SipService.class},
        configurationPid = "org.patchbay.sip",
        immediate = true)
@Designate(ocd = SipConfig.class)
public final class SipService implements Signalling {

    private static final Logger log = LoggerFactory.getLogger(SipService.class);
    /** The file's mode protects it; PKCS12 wants a password all the same, and the web server writes this one. */
    private static final String KEYSTORE_PASSWORD = "patchbay";

    private static final int TICK_MILLIS = 500;
    private static final int SLOW = 10;
    private static final int WAITING = 4_096;

    private final SipConfig config;
    private final Neighbours neighbours;
    private final Portals portals;
    private final BindingKeeper keeper;
    private final News news;
    private final AutoCloseable changes;
    private final Queue<PortalId> changed = new ConcurrentLinkedQueue<>();
    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable SipServer server;
    private volatile String problem = "";
    private int ticks;

    @Activate
    public SipService(
            @Reference Neighbours neighbours,
            @Reference Portals portals,
            @Reference RegistrationStore store,
            @Reference Events events,
            @Reference Cluster cluster,
            SipConfig config) {
        this.config = config;
        this.neighbours = neighbours;
        this.portals = portals;
        this.executor = new ScheduledThreadPoolExecutor(2, task -> {
            var thread = new Thread(task, "sip-keeper");
            thread.setDaemon(true);
            return thread;
        });
        this.keeper = new BindingKeeper(store, Clock.systemUTC());
        this.news = new News(keeper, new EventOutlet(events, executor));
        this.changes = cluster.subscribe(
                Subscribers.CHANGED, message -> changed.add(new PortalId(new String(message, StandardCharsets.UTF_8))));
        var unused = executor.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    public void stop() throws Exception {
        changes.close();
        executor.shutdown();
        executor.awaitTermination(5, TimeUnit.SECONDS);
        SipServer made = server;
        if (made != null) {
            made.close();
            keeper.flush();
        }
    }

    private void tick() {
        try {
            boolean slow = ticks++ % SLOW == 0;
            SipServer made = server;
            if (made == null) {
                if (slow && config.port() >= 0) {
                    open();
                }
                return;
            }
            keeper.flush();
            if (slow) {
                made.bindings().sweep();
            }
            refresh(made, slow);
        } catch (RuntimeException e) {
            log.error("Signalling could not be looked after", e);
        }
    }

    private void open() {
        try {
            var made = new SipServer(
                    settings(config), neighbours, this::onHost, Optional.empty(), news, Clock.systemUTC());
            int restored = keeper.restore(made.bindings(), made.stack().transports());
            server = made;
            problem = "";
            log.info(
                    "SIP at port {}, {} registrations of before",
                    made.stack().transports().port(),
                    restored);
        } catch (IllegalStateException e) {
            if (problem.isEmpty()) {
                log.error("The ports of SIP cannot be opened; choose others with PATCHBAY_SIP_PORT", e);
            }
            problem = "The ports of SIP cannot be opened";
        }
    }

    private Optional<PortalId> onHost(String host) {
        return portals.onHost(host)
                .filter(portal -> !portal.id().isRoot() && portal.host().equalsIgnoreCase(host))
                .map(Portal::id);
    }

    private void refresh(SipServer made, boolean slow) {
        Optional<Subscribers> subscribers = neighbours.subscribers();
        if (subscribers.isEmpty() || (changed.isEmpty() && !slow)) {
            return;
        }
        made.trunks().keep(subscribers.get().trunks());
        for (PortalId portal = changed.poll(); portal != null; portal = changed.poll()) {
            PortalId concerned = portal;
            made.bindings()
                    .removeIf(binding -> binding.portal().equals(concerned)
                            && subscribers
                                    .get()
                                    .account(binding.domain(), binding.user())
                                    .filter(account -> account.id().equals(binding.account()))
                                    .isEmpty());
        }
    }

    static SipServer.Settings settings(SipConfig config) {
        return new SipServer.Settings(
                new Transports.Settings(
                        config.address(),
                        config.advertisedAddress(),
                        config.port(),
                        config.tlsPort(),
                        Path.of(config.keystore()),
                        KEYSTORE_PASSWORD,
                        config.mostConnections(),
                        config.connectionsPerAddress(),
                        !config.plugAndPlay().isBlank()),
                new SipStack.Settings(
                        Math.max(2, Runtime.getRuntime().availableProcessors()),
                        WAITING,
                        config.mostTransactions(),
                        "Patchbay",
                        Timing.USUAL),
                new Registrar.Expiry(
                        config.registrationLeastSeconds(),
                        Math.min(600, config.registrationMostSeconds()),
                        config.registrationMostSeconds()),
                new Guard.Limits(
                        config.wrongPasswordsPerAddress(),
                        config.wrongPasswordsPerAccount(),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(config.blockSeconds())),
                Arrays.stream(config.digests().split(","))
                        .map(String::strip)
                        .flatMap(name -> DigestAlgorithm.of(name).stream())
                        .toList(),
                Duration.ofMinutes(5),
                config.mostLegs(),
                config.mostRegistrations(),
                config.mostSubscriptions());
    }

    /** What is wrong; empty if nothing is. */
    public Optional<String> problem() {
        return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
    }

    /** All of signalling, while its ports are open. */
    public Optional<SipServer> server() {
        return Optional.ofNullable(server);
    }

    private SipServer open(String what) {
        return server().orElseThrow(() -> Problem.UNAVAILABLE.because("sip.closed", what));
    }

    @Override
    public List<Registration> registrations(PortalId portal, String account) {
        return server().map(made -> made.registrations(portal, account)).orElse(List.of());
    }

    @Override
    public Leg invite(PortalId portal, LegTarget target, Invitation invitation, LegListener listener) {
        return open("Telephony is off").invite(portal, target, invitation, listener);
    }

    @Override
    public TrunkState trunk(PortalId portal, String trunk) {
        return server().map(made -> made.trunk(portal, trunk)).orElse(TrunkState.UNKNOWN);
    }

    @Override
    public CompletionStage<Boolean> message(PortalId portal, String registration, Text text) {
        return server().map(made -> made.message(portal, registration, text))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    @Override
    public void changed(PortalId portal, String eventPackage, String resource) {
        server().ifPresent(made -> made.changed(portal, eventPackage, resource));
    }
}
