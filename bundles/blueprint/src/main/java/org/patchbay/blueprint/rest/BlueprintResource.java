package org.patchbay.blueprint.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
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
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.blueprint.Blueprints;
import org.patchbay.blueprint.Comparison;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** A portal as a file: YAML, of which JSON is a part. */
@Component(service = RestResource.class)
@Path("portals/{portal}/file")
@Produces(MediaType.APPLICATION_JSON)
public final class BlueprintResource implements RestResource {

    private static final int LIMIT = 4 << 20;

    private final Blueprints blueprints;

    @Activate
    public BlueprintResource(@Reference Blueprints blueprints) {
        this.blueprints = blueprints;
    }

    /** The portal as YAML; with its people only if they are asked for. */
    @GET
    @Produces("application/yaml")
    @Requires(Right.MANAGE_PORTAL)
    @Answers(String.class)
    public Response get(
            @PathParam("portal") String portal,
            @QueryParam("people") @DefaultValue("false") boolean people,
            @Context Caller caller) {
        String text = blueprints.write(new PortalId(portal), people, caller);
        return Response.ok(text.getBytes(StandardCharsets.UTF_8), "application/yaml;charset=utf-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"portal-" + portal + ".yaml\"")
                .build();
    }

    /** Makes the portal as the file says, all of it or nothing; answers what has changed. */
    @PUT
    @Consumes({"application/yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
    @Requires(Right.MANAGE_PORTAL)
    public Comparison apply(@PathParam("portal") String portal, InputStream file, @Context Caller caller) {
        return blueprints.apply(new PortalId(portal), read(file), caller);
    }

    /** What applying the file would change; changes nothing. */
    @POST
    @Path("comparison")
    @Consumes({"application/yaml", "text/yaml", "text/plain", MediaType.APPLICATION_JSON})
    @Requires(Right.MANAGE_PORTAL)
    public Comparison compare(@PathParam("portal") String portal, InputStream file, @Context Caller caller) {
        return blueprints.compare(new PortalId(portal), read(file), caller);
    }

    static String read(InputStream file) {
        try {
            byte[] bytes = file.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw Problem.TOO_LARGE.because("file.too-large", "The file is larger than 4 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.INVALID.at("", "file.encoding", "is not UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
