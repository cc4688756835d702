package org.patchbay.web.rest;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.identity.Access;
import org.patchbay.spi.web.RestResource;
import org.patchbay.web.json.JsonBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the resources that are there. A change is taken up by the next request, so that many changes at once, as
 * when the server starts, cost one building.
 */
final class RestPublisher {

    private static final Logger log = LoggerFactory.getLogger(RestPublisher.class);

    private final ResourceDirectory directory;
    private final ServletConfig config;
    private final List<?> providers;
    private final Bus bus;

    private volatile @Nullable RestServer present;

    RestPublisher(ResourceDirectory directory, Access access, ServletConfig config, Idempotency idempotency) {
        this.directory = directory;
        this.config = config;
        this.providers = List.of(
                new JsonBody(),
                new Problems(),
                new LeftAnswers(),
                new NotModified(),
                new OperationGuards(access),
                idempotency,
                new QueryValues(),
                new RestContext.CallerProvider(),
                new RestContext.AddressProvider());
        this.bus = withLoader(() -> BusFactory.newInstance().createBus());
    }

    void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        while (!current().serve(request, response)) {
            log.debug("The resources changed while a request came in");
        }
    }

    void close() {
        synchronized (this) {
            if (present != null) {
                present.retire();
            }
        }
        bus.shutdown(false);
    }

    private RestServer current() {
        var server = present;
        return server != null && server.publishes(directory.resources()) ? server : renew();
    }

    private synchronized RestServer renew() {
        var server = present;
        var resources = directory.resources();
        if (server != null && server.publishes(resources)) {
            return server;
        }
        var started = System.nanoTime();
        var fresh = withLoader(() -> new RestServer(bus, config, resources, fit(resources), providers));
        present = fresh;
        if (server != null) {
            server.retire();
        }
        log.info("Published {} resources in {} ms", resources.size(), (System.nanoTime() - started) / 1_000_000);
        return fresh;
    }

    private static List<RestResource> fit(List<RestResource> resources) {
        return resources.stream()
                .filter(RestPublisher::fit)
                .sorted(Comparator.comparing(resource -> resource.getClass().getName()))
                .toList();
    }

    private static boolean fit(RestResource resource) {
        var fault = OperationRule.fault(resource.getClass());
        fault.ifPresent(why -> log.error(
                "Resource {} is not published: {}", resource.getClass().getName(), why));
        return fault.isEmpty();
    }

    /** CXF finds its parts by the context class loader. */
    private static <T> T withLoader(Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(JAXRSServerFactoryBean.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
