package org.patchbay.provisioning.rest;

import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PutBack;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.provisioning.Templates;
import org.patchbay.provisioning.Templates.PhoneTemplate;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The templates of phones' files, which are of the whole server. */
@Component(service = RestResource.class)
@Path("phone-templates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PhoneTemplateResource implements RestResource {

    private final Templates templates;

    @Activate
    public PhoneTemplateResource(@Reference Templates templates) {
        this.templates = templates;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<PhoneTemplate> list() {
        return Page.of(templates.list());
    }

    /** Replaces a template; what is wrong is told with its line. */
    @PUT
    @Path("{template}")
    @Requires(Right.MANAGE_PORTALS)
    public PhoneTemplate save(@PathParam("template") String name, TemplateText text, @Context Caller caller) {
        return templates.save(caller.portal(), name, text.content(), caller);
    }

    /** Goes back to the template that comes with the server. */
    @DELETE
    @Path("{template}")
    @Requires(Right.MANAGE_PORTALS)
    public void delete(@PathParam("template") String name, @Context Caller caller) {
        templates.delete(caller.portal(), name, caller);
    }

    /** The file that a phone that does not exist would get; nothing is kept. */
    @POST
    @Path("{template}/preview")
    @Requires(Right.MANAGE_PORTALS)
    public PhoneFile preview(@PathParam("template") String name, TemplateText text) {
        return new PhoneFile(templates.preview(name, text.content()));
    }

    /** A template, to 64 KiB. */
    @PutBack(PhoneTemplate.class)
    public record TemplateText(String content) {}

    /** A file. */
    public record PhoneFile(String file) {}
}
