package org.patchbay.jvb.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.jvb.JvbCheck;
import org.patchbay.jvb.JvbServer;
import org.patchbay.jvb.JvbServerDraft;
import org.patchbay.jvb.JvbServerService;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The Jitsi Videobridges of the server, for root on root's host. */
@Component(service = RestResource.class)
@Path("jitsi-videobridges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class JvbServerResource implements RestResource {

    private final JvbServerService servers;

    @Activate
    public JvbServerResource(@Reference JvbServerService servers) {
        this.servers = servers;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<JvbServer> list() {
        return Page.of(servers.list());
    }

    @POST
    @Requires(Right.MANAGE_PORTALS)
    @Answers(value = JvbServer.class, status = 201)
    public Response add(JvbServerDraft draft, @Context Caller caller) {
        JvbServer server = servers.add(draft, caller);
        return tagged(
                Response.created(UriBuilder.fromPath("jitsi-videobridges/{id}").build(server.id())), server);
    }

    @GET
    @Path("{id}")
    @Requires(Right.MANAGE_PORTALS)
    @Answers(JvbServer.class)
    public Response get(@PathParam("id") String id) {
        return tagged(Response.ok(), servers.find(id));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_PORTALS)
    @Answers(JvbServer.class)
    public Response change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            JvbServerDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), servers.change(id, version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_PORTALS)
    public void remove(@PathParam("id") String id, @Context Caller caller) {
        servers.remove(id, caller);
    }

    /** Tries an address out, before it is kept. */
    @POST
    @Path("test")
    @Requires(Right.MANAGE_PORTALS)
    public JvbCheck test(JvbAddress address) {
        return servers.test(address.url());
    }

    /** Tries one out that was set up. */
    @POST
    @Path("{id}/test")
    @Requires(Right.MANAGE_PORTALS)
    public JvbCheck testOf(@PathParam("id") String id) {
        return servers.testOf(id);
    }

    private static Response tagged(Response.ResponseBuilder answer, JvbServer server) {
        return answer.entity(server)
                .header(HttpHeaders.ETAG, EntityTag.of(server.version()))
                .build();
    }

    /** Where a videobridge might be. */
    public record JvbAddress(String url) {}
}
