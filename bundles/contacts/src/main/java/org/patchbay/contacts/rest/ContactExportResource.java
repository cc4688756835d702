package org.patchbay.contacts.rest;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.contacts.file.ContactExports;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The contacts that the caller sees, as files. */
@Component(service = RestResource.class)
@Path("portals/{portal}/contact-exports")
public final class ContactExportResource implements RestResource {

    private final ContactExports exports;

    @Activate
    public ContactExportResource(@Reference ContactExports exports) {
        this.exports = exports;
    }

    @GET
    @Path("contacts.csv")
    @Produces("text/csv;charset=UTF-8")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(String.class)
    public Response csv(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("group") @Nullable String group,
            @QueryParam("visibility") @Nullable String visibility,
            @Context Caller caller) {
        ContactFilter filter = ContactQuery.filter(text, group, visibility);
        return file("contacts.csv", out -> exports.csv(new PortalId(portal), filter, caller, out));
    }

    @GET
    @Path("contacts.vcf")
    @Produces("text/vcard;charset=UTF-8")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(String.class)
    public Response vcards(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("group") @Nullable String group,
            @QueryParam("visibility") @Nullable String visibility,
            @Context Caller caller) {
        ContactFilter filter = ContactQuery.filter(text, group, visibility);
        return file("contacts.vcf", out -> exports.vcards(new PortalId(portal), filter, caller, out));
    }

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private static Response file(String name, Content content) {
        StreamingOutput body = out -> {
            // Whoever writes may close it.
            try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
                content.write(writer);
            }
        };
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }
}
