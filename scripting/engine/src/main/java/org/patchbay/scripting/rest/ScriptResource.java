package org.patchbay.scripting.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
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
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.api.scripting.ScriptDraft;
import org.patchbay.api.scripting.ScriptVersion;
import org.patchbay.api.scripting.Scripts;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The scripts of a portal, their earlier versions and their logs. */
@Component(service = RestResource.class)
@Path("portals/{portal}/scripts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ScriptResource implements RestResource {

    private final Scripts scripts;

    @Activate
    public ScriptResource(@Reference Scripts scripts) {
        this.scripts = scripts;
    }

    @GET
    @Requires(Right.MANAGE_SCRIPTS)
    public Page<Script> list(
            @PathParam("portal") String portal,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        return scripts.list(new PortalId(portal), new PageRequest(limit, Optional.ofNullable(after)));
    }

    @POST
    @Requires(Right.MANAGE_SCRIPTS)
    @Answers(value = Script.class, status = 201)
    public Response create(@PathParam("portal") String portal, ScriptDraft draft, @Context Caller caller) {
        Script script = scripts.create(new PortalId(portal), draft, caller);
        var location = UriBuilder.fromPath("portals/{portal}/scripts/{id}").build(portal, script.id());
        return tagged(Response.created(location), script);
    }

    @GET
    @Path("{id}")
    @Requires(Right.MANAGE_SCRIPTS)
    @Answers(Script.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id) {
        return scripts.find(new PortalId(portal), id)
                .map(script -> tagged(Response.ok(), script))
                .orElseThrow(() -> Problem.NOT_FOUND.because("script.unknown", "There is no such script"));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_SCRIPTS)
    @Answers(Script.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ScriptDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), scripts.update(new PortalId(portal), id, version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_SCRIPTS)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        scripts.delete(new PortalId(portal), id, caller);
    }

    @GET
    @Path("{id}/versions")
    @Requires(Right.MANAGE_SCRIPTS)
    public Page<ScriptVersion> versions(@PathParam("portal") String portal, @PathParam("id") String id) {
        return Page.of(scripts.versions(new PortalId(portal), id));
    }

    @GET
    @Path("{id}/log")
    @Requires(Right.MANAGE_SCRIPTS)
    public Page<LogLine> log(@PathParam("portal") String portal, @PathParam("id") String id) {
        return Page.of(scripts.log(new PortalId(portal), id));
    }

    private static Response tagged(Response.ResponseBuilder answer, Script script) {
        return answer.entity(script)
                .header(HttpHeaders.ETAG, EntityTag.of(script.version(), script))
                .build();
    }
}
