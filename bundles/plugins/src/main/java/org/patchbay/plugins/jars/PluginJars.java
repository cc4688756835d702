package org.patchbay.plugins.jars;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.patchbay.plugins.jars.PluginJar.Condition;

/** The bundles whose manifest has {@code Patchbay-Plugin}, and how each is getting on. Thread-safe. */
@Component(service = PluginJars.class)
public final class PluginJars {

    /** The header that makes a jar a plugin. */
    public static final String HEADER = "Patchbay-Plugin";

    /** How long a jar may take to come up before it counts as failed. */
    public static final Duration GRACE = Duration.ofSeconds(3);

    /** How long something that is still under way, and comes to no end, is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration GRACE_AFTER_BOOT = Duration.ofSeconds(20);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final BundleContext context;
    private final Diagnosis diagnosis;
    private final Clock clock;
    private final Instant booted;
    private final Map<Long, Instant> seen = new ConcurrentHashMap<>();
    private final PluginStarts starts;

    @Activate
    public PluginJars(
            BundleContext context, @Reference ServiceComponentRuntime components, @Reference PluginStarts starts) {
        this(context, components, starts, Clock.systemUTC(), GRACE_AFTER_BOOT);
    }

    PluginJars(
            BundleContext context,
            ServiceComponentRuntime components,
            PluginStarts starts,
            Clock clock,
            Duration graceAfterBoot) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        this.context = context;
        this.diagnosis = new Diagnosis(wiring, components);
        this.starts = starts;
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
                .filter(bundle -> !isLeaving(bundle.getBundleId()))
                .map(bundle -> examine(bundle, offering.test(bundle.getBundleId())))
                .toList();
    }

    /** The version of a bundle that offers a plugin. */
    public String version(long bundle) {
        return Optional.ofNullable(context.getBundle(bundle))
                .map(found -> found.getVersion().toString())
                .orElse("");
    }

    /** Whether a bundle is being taken away, and counts no more. */
    public boolean isLeaving(long bundle) {
        return starts.isLeaving(bundle);
    }

    /** Forgets what was known of a bundle, because it has changed or is gone. */
    public void changed(Bundle bundle) {
        seen.remove(bundle.getBundleId());
        starts.forget(bundle.getBundleId());
    }

    private PluginJar examine(Bundle bundle, boolean offers) {
        long id = bundle.getBundleId();
        Optional<String> broken = offers ? Optional.empty() : starts.failure(id);
        if (broken.isEmpty() && bundle.getState() == Bundle.ACTIVE) {
            broken = diagnosis.broken(bundle);
        }
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
