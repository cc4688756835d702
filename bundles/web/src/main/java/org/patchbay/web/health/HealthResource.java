package org.patchbay.web.health;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Whether the server is alive, and ready to serve. What is wrong is in the log. */
@Component(service = RestResource.class)
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource implements RestResource {

    private final HealthService health;

    @Activate
    public HealthResource(@Reference HealthService health) {
        this.health = health;
    }

    @GET
    @Requires(Right.ANYONE)
    @Answers(HealthJson.class)
    public Response get() {
        var checks = new LinkedHashMap<String, String>();
        health.check().forEach((name, fault) -> checks.put(name, fault.isEmpty() ? "up" : "down"));
        var up = !checks.containsValue("down");
        return Response.status(up ? 200 : 503)
                .header(HttpHeaders.RETRY_AFTER, up ? null : "1")
                .entity(new HealthJson(up ? "up" : "down", checks))
                .build();
    }

    @GET
    @Path("live")
    @Requires(Right.ANYONE)
    public HealthJson live() {
        return new HealthJson("up", Map.of());
    }

    @GET
    @Path("ready")
    @Requires(Right.ANYONE)
    @Answers(HealthJson.class)
    public Response ready() {
        return get();
    }

    /** The state of the whole and of each part: up or down. */
    public record HealthJson(String status, Map<String, String> checks) {}
}
