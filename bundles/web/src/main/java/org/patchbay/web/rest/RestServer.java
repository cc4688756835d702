package org.patchbay.web.rest;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.Bus;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.apache.cxf.transport.servlet.ServletController;
import org.patchbay.spi.web.RestResource;

/**
 * One set of resources, published. When the set changes a new server takes over; this one ends with its last request.
 */
final class RestServer {

    private static final int RETIRED = 1 << 30;

    private final List<RestResource> of;
    private final Server server;
    private final ServletController controller;
    /** Requests under way, plus {@link #RETIRED}. */
    private final AtomicInteger inside = new AtomicInteger();

    RestServer(Bus bus, ServletConfig config, List<RestResource> of, List<RestResource> fit, List<?> providers) {
        this.of = of;
        var registry = new DestinationRegistryImpl();
        var factory = new JAXRSServerFactoryBean();
        factory.setBus(bus);
        factory.setAddress("/v1");
        factory.setDestinationFactory(new HTTPTransportFactory(registry));
        factory.setServiceBeanObjects(fit.toArray());
        factory.setProviders(providers);
        this.server = factory.create();
        this.controller = new ServletController(registry, config, new NoServiceList());
    }

    /** Whether it publishes just this list. */
    boolean publishes(List<RestResource> resources) {
        return of == resources;
    }

    /** Serves a request; false if it has retired, and another server must. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        if (inside.incrementAndGet() > RETIRED) {
            inside.decrementAndGet();
            return false;
        }
        try {
            controller.invoke(request, response);
            return true;
        } finally {
            if (inside.decrementAndGet() == RETIRED) {
                server.destroy();
            }
        }
    }

    /** Takes no further request. */
    void retire() {
        if (inside.addAndGet(RETIRED) == RETIRED) {
            server.destroy();
        }
    }

    private static final class NoServiceList extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }
}
