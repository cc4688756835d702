package org.patchbay.jvb;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.jvb.bridge.JvbBridge;
import org.patchbay.jvb.bridge.Timing;
import org.patchbay.jvb.store.JvbServerStore;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaClients;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a running bridge, as a service, for each videobridge that is enabled, on every node. Thread-safe. */
@Component(service = JvbFleet.class, immediate = true, configurationPid = "org.patchbay.jvb")
@Designate(ocd = JvbConfig.class)
public final class JvbFleet {

    private static final Logger log = LoggerFactory.getLogger(JvbFleet.class);
    private static final String CHANGED = "jvb-servers-changed";
    private static final long LOOK_SECONDS = 60;

    private final Map<String, Running> running = new LinkedHashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(JvbFleet::thread);
    private final JvbServerStore store;
    private final UnitOfWork work;
    private final TrustedHttp http;
    private final Cluster cluster;
    private final Timing timing;
    private final Supplier<Optional<MediaClients>> clients;
    private final RelayAlarm alarm;
    private final Function<MediaBridge, Runnable> register;
    private final Registration changes;

    @Activate
    public JvbFleet(
            BundleContext context,
            @Reference JvbServerStore store,
            @Reference UnitOfWork work,
            @Reference TrustedHttp http,
            @Reference Cluster cluster,
            @Reference MediaClientDirectory clients,
            @Reference RelayAlarm alarm,
            JvbConfig config) {
        this(store, work, http, cluster, timing(config), clients::find, alarm, bridge -> {
            var properties = FrameworkUtil.asDictionary(Map.of("name", bridge.name()));
            return context.registerService(MediaBridge.class, bridge, properties)::unregister;
        });
    }

    JvbFleet(
            JvbServerStore store,
            UnitOfWork work,
            TrustedHttp http,
            Cluster cluster,
            Timing timing,
            Supplier<Optional<MediaClients>> clients,
            RelayAlarm alarm,
            Function<MediaBridge, Runnable> register) {
        this.store = store;
        this.work = work;
        this.http = http;
        this.cluster = cluster;
        this.timing = timing;
        this.clients = clients;
        this.alarm = alarm;
        this.register = register;
        this.changes = cluster.subscribe(CHANGED, message -> thread.execute(this::look));
        // A node that missed the message catches up.
        var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private static Timing timing(JvbConfig config) {
        return new Timing(
                Duration.ofMillis(config.requestMillis()),
                Duration.ofMillis(config.checkMillis()),
                Duration.ofMillis(config.checkAnswerMillis()));
    }

    /** To be told after the commit of a change; returns before the bridges have followed. */
    void changed() {
        cluster.publish(CHANGED, "changed".getBytes(StandardCharsets.UTF_8));
    }

    private void look() {
        try {
            follow(work.call(store::all));
        } catch (RuntimeException e) {
            log.warn("The videobridges could not be read; the next try is within a minute", e);
        }
    }

    private void follow(List<JvbServer> servers) {
        Map<String, JvbServer> wanted = new LinkedHashMap<>();
        servers.stream().filter(JvbServer::enabled).forEach(server -> wanted.put(server.id(), server));
        List.copyOf(running.values()).stream()
                .filter(present -> !present.isOf(wanted.get(present.server().id())))
                .forEach(this::stop);
        running.replaceAll((id, present) -> present.serving(wanted.getOrDefault(id, present.server())));
        wanted.values().stream()
                .filter(server -> !running.containsKey(server.id()))
                .forEach(this::start);
    }

    private void start(JvbServer server) {
        var bridge = new JvbBridge(
                server.name(), URI.create(server.url()), server.region(), server.capacity(), http, timing, clients);
        bridge.serves(server.blocks());
        bridge.onUnheard(other -> thread.execute(() -> tell(server.name(), other)));
        bridge.start();
        running.put(server.id(), new Running(server, bridge, register.apply(bridge)));
        log.info("The videobridge {} is in use", server.name());
    }

    private void tell(String server, String other) {
        try {
            alarm.lost(server, other);
        } catch (RuntimeException e) {
            log.warn("That {} and {} do not hear each other could not be told", server, other, e);
        }
    }

    /** Meetings go on elsewhere as soon as the service is gone. */
    private void stop(Running gone) {
        running.remove(gone.server().id());
        gone.unregister().run();
        gone.bridge().close();
        log.info("The videobridge {} is no longer in use", gone.server().name());
    }

    @Deactivate
    void stop() {
        changes.close();
        thread.execute(() -> List.copyOf(running.values()).forEach(this::stop));
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-jvb-fleet");
        thread.setDaemon(true);
        return thread;
    }

    /** A bridge with what it was made for. */
    private record Running(JvbServer server, JvbBridge bridge, Runnable unregister) {

        /** With the networks that are wanted now, for which no meeting moves. */
        Running serving(JvbServer wanted) {
            if (wanted.networks().equals(server.networks())) {
                return this;
            }
            bridge.serves(wanted.blocks());
            return new Running(wanted, bridge, unregister);
        }

        boolean isOf(@org.jspecify.annotations.Nullable JvbServer wanted) {
            return wanted != null
                    && wanted.name().equals(server.name())
                    && wanted.url().equals(server.url())
                    && wanted.region().equals(server.region())
                    && wanted.capacity() == server.capacity();
        }
    }
}
