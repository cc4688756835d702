package org.patchbay.routes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one Camel context and keeps its routes equal to the {@code RoutesBuilder} services that are there. Everything
 * happens in order on a thread of its own, so that starting Camel delays nobody. Thread-safe.
 */
@Component(service = CamelHost.class, immediate = true)
public final class CamelHost {

    private static final Logger log = LoggerFactory.getLogger(CamelHost.class);
    private static final int STOP_SECONDS = 10;

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "patchbay-routes"));
    private final DefaultCamelContext context = insideCamel(() -> new DefaultCamelContext(false));
    private final Map<RoutesBuilder, RouteIds> added = new ConcurrentHashMap<>();

    @Activate
    public CamelHost() {
        context.setApplicationContextClassLoader(CamelHost.class.getClassLoader());
        context.getCamelContextExtension().setName("patchbay");
        context.getShutdownStrategy().setTimeout(STOP_SECONDS);
        later("start", context::start);
    }

    @Deactivate
    public void close() throws InterruptedException {
        later("stop", context::stop);
        thread.shutdown();
        if (!thread.awaitTermination(2L * STOP_SECONDS, TimeUnit.SECONDS)) {
            log.warn("Routes did not stop in time");
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void addRoutes(RoutesBuilder routes) {
        later("add " + name(routes), () -> {
            RouteIds before = RouteIds.of(context);
            context.addRoutes(routes);
            RouteIds fresh = RouteIds.of(context).without(before);
            added.put(routes, fresh);
            log.info("Routes {} of {}", fresh, name(routes));
        });
    }

    void removeRoutes(RoutesBuilder routes) {
        later("remove " + name(routes), () -> {
            RouteIds gone = added.remove(routes);
            if (gone != null) {
                gone.removeFrom(context);
                log.info("Routes {} of {} are gone", gone, name(routes));
            }
        });
    }

    private static String name(RoutesBuilder routes) {
        return routes.getClass().getName();
    }

    /** A route that cannot be started is logged; it stops nobody else's. */
    private void later(String what, Step step) {
        try {
            thread.execute(() -> insideCamel(() -> {
                try {
                    step.run();
                } catch (Exception e) { // Camel declares no narrower one
                    log.error("Routes: could not {}", what, e);
                }
                return Boolean.TRUE;
            }));
        } catch (RejectedExecutionException stopped) {
            log.debug("Routes are stopped; not doing: {}", what);
        }
    }

    /** Camel finds its parts through the thread's class loader. */
    private static <T> T insideCamel(java.util.function.Supplier<T> work) {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(CamelHost.class.getClassLoader());
        try {
            return work.get();
        } finally {
            current.setContextClassLoader(before);
        }
    }

    /** The context, for tests. */
    CamelContext context() {
        return context;
    }

    /** A step of Camel's. */
    private interface Step {
        void run() throws Exception;
    }
}
