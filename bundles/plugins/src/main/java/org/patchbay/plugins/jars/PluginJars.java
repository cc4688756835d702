package org.patchbay.plugins.jars;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.patchbay.plugins.jars.PluginJar.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles whose manifest has {@code Patchbay-Plugin}, and how each is getting on. Thread-safe. */
@Component(service = PluginJars.class)
public final class PluginJars {

    private static final Logger log = LoggerFactory.getLogger(PluginJars.class);

    /** The header that makes a jar a plugin. */
    public static final String HEADER = "Patchbay-Plugin";

    /** How long a jar may take to come up before it counts as failed. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    /** How long something that is still under way, and comes to no end, is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration GRACE_AFTER_BOOT = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final BundleContext context;
    private final Diagnosis diagnosis;
    private final Clock clock;
    private final Instant booted;
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
    private final Map<Long, String> startFailures = new ConcurrentHashMap<>();
    private final Map<Long, Thread> starting = new ConcurrentHashMap<>();

    @Activate
    public PluginJars(BundleContext context, @Reference ServiceComponentRuntime components) {
        this(context, components, Clock.systemUTC(), GRACE_AFTER_BOOT);
    }

    PluginJars(BundleContext context, ServiceComponentRuntime components, Clock clock, Duration graceAfterBoot) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        this.context = context;
        this.diagnosis = new Diagnosis(wiring, components);
        this.clock = clock;
        this.booted = clock.instant().plus(graceAfterBoot);
    }

    /** Whether this bundle is a plugin. */
    public static boolean isPlugin(Bundle bundle) {
        return bundle.getHeaders("").get(HEADER) != null;
    }

    /** Every plugin bundle; the predicate tells whether one offers its plugin service. */
    public List<PluginJar> list(LongPredicate offering) {
        return Arrays.stream(context.getBundles())
                .filter(PluginJars::isPlugin)
                .map(bundle -> examine(bundle, offering.test(bundle.getBundleId())))
                .toList();
    }

    /** The version of a bundle that offers a plugin. */
    public String version(long bundle) {
        return Optional.ofNullable(context.getBundle(bundle))
                .map(found -> found.getVersion().toString())
                .orElse("");
    }

    /** Forgets what was known of a bundle, because it has changed or is gone. */
    public void changed(Bundle bundle) {
        seen.remove(bundle.getBundleId());
        startFailures.remove(bundle.getBundleId());
    }

    /**
     * Starts what has not started, on a thread of its own, so that a plugin that takes its time holds nobody else up; it is
     * interrupted in the end.
     */
    public void tryToStart(long id) {
        Bundle bundle = context.getBundle(id);
        if (bundle == null
                || (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) == 0
                || startFailures.containsKey(id)) {
            return;
        }
        Thread thread = new Thread(() -> start(bundle), "plugin-start-" + id);
        thread.setDaemon(true);
        if (starting.putIfAbsent(id, thread) == null) {
            thread.start();
            CompletableFuture.delayedExecutor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .execute(() -> giveUp(id, thread));
        }
    }

    private void start(Bundle bundle) {
        long id = bundle.getBundleId();
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException e) {
            // What does not resolve yet, or comes before its start level is reached, may start later.
            if (e.getType() != BundleException.RESOLVE_ERROR && e.getType() != BundleException.START_TRANSIENT_ERROR) {
                startFailures.put(id, "It failed while starting: " + Diagnosis.reason(e));
            }
        } catch (IllegalStateException e) {
            startFailures.remove(id);
        } finally {
            starting.remove(id);
        }
    }

    private void giveUp(long id, Thread thread) {
        if (starting.get(id) == thread) {
            startFailures.put(id, "It does not finish starting");
            thread.interrupt();
        }
    }

    /** Uninstalls the plugins whose file was taken away while nobody looked. */
    public void uninstallMissing() {
        for (Bundle bundle : context.getBundles()) {
            if (isPlugin(bundle) && isFileGone(bundle.getLocation())) {
                try {
                    bundle.uninstall();
                } catch (BundleException | IllegalStateException e) {
                    log.warn("The plugin {} has no file any more but stays", name(bundle), e);
                }
            }
        }
    }

    private static boolean isFileGone(String location) {
        try {
            return location.startsWith("file:") && Files.notExists(Path.of(URI.create(location)));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private PluginJar examine(Bundle bundle, boolean offers) {
        long id = bundle.getBundleId();
        Optional<String> broken = bundle.getState() == Bundle.ACTIVE
                ? diagnosis.broken(bundle)
                : Optional.ofNullable(startFailures.get(id));
        if (broken.isPresent()) {
            return jar(bundle, Condition.FAILED, broken);
        }
        if (offers) {
            seen.remove(id);
            return jar(bundle, Condition.RUNNING, Optional.empty());
        }
        Instant now = clock.instant();
        Instant due = seen.computeIfAbsent(id, any -> now).plus(underWay(bundle) ? PATIENCE : GRACE);
        boolean settled = context.getBundle(0).getState() == Bundle.ACTIVE && !now.isBefore(booted);
        if (!settled || now.isBefore(due)) {
            return jar(bundle, Condition.COMING, Optional.empty());
        }
        return jar(bundle, Condition.FAILED, Optional.of(sentence(bundle)));
    }

    /** Whether the framework or declarative services are still at it: on a busy machine that takes its time. */
    private boolean underWay(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> diagnosis.missing(bundle).isEmpty();
            case Bundle.STARTING -> true;
            case Bundle.ACTIVE -> diagnosis.activating(bundle);
            default -> false;
        };
    }

    private String sentence(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> diagnosis.missing(bundle).orElse("It does not fit what is running here");
            case Bundle.ACTIVE ->
                diagnosis
                        .waiting(bundle)
                        .orElse(
                                diagnosis.activating(bundle)
                                        ? "Its plugin does not come up"
                                        : "It runs but offers no plugin");
            case Bundle.STARTING -> "It has not finished starting";
            default -> "It is stopped";
        };
    }

    /** What its header says, or its symbolic name if that is no name. */
    public static String name(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get(HEADER))
                .map(String::strip)
                .filter(header -> NAME.matcher(header).matches())
                .orElse(String.valueOf(bundle.getSymbolicName()));
    }

    private static PluginJar jar(Bundle bundle, Condition condition, Optional<String> failure) {
        String name = name(bundle);
        String title =
                Optional.ofNullable(bundle.getHeaders("").get("Bundle-Name")).orElse(name);
        return new PluginJar(
                bundle.getBundleId(), name, title, bundle.getVersion().toString(), condition, failure);
    }
}
