package org.patchbay.web.health;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** What runs here, for whoever runs the server. */
@Component(service = RestResource.class)
@Path("server")
@Produces(MediaType.APPLICATION_JSON)
public final class ServerResource implements RestResource {

    private static final long MEGABYTE = 1 << 20;

    private final String version;

    @Activate
    public ServerResource(BundleContext context) {
        this(context.getBundle().getVersion().toString());
    }

    ServerResource(String version) {
        this.version = version.replace(".SNAPSHOT", "-SNAPSHOT");
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public ServerJson get() {
        Runtime runtime = Runtime.getRuntime();
        return new ServerJson(
                version,
                Runtime.version().toString(),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                runtime.availableProcessors(),
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE,
                runtime.maxMemory() / MEGABYTE);
    }

    /**
     * The server.
     *
     * @param version of Patchbay
     * @param java version of the virtual machine
     * @param memoryMegabytes used by the virtual machine's heap
     */
    public record ServerJson(
            String version,
            String java,
            String system,
            Instant started,
            int processors,
            long memoryMegabytes,
            long memoryLimitMegabytes) {}
}
