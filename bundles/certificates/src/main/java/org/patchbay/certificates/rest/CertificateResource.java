package org.patchbay.certificates.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.certificates.CertificateDraft;
import org.patchbay.certificates.CertificateService;
import org.patchbay.certificates.CertificateView;
import org.patchbay.certificates.Coverage;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The certificates of the server; keys go in and never come out. */
@Component(service = RestResource.class)
@Path("certificates")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CertificateResource implements RestResource {

    private final CertificateService certificates;

    @Activate
    public CertificateResource(@Reference CertificateService certificates) {
        this.certificates = certificates;
    }

    @GET
    @Requires(Right.MANAGE_PORTALS)
    public Page<CertificateView> list() {
        return Page.of(certificates.list());
    }

    @POST
    @Requires(Right.MANAGE_PORTALS)
    @Answers(value = CertificateView.class, status = 201)
    public Response add(CertificateDraft draft, @Context Caller caller) {
        CertificateView view = certificates.add(draft, caller);
        return Response.created(UriBuilder.fromPath("certificates/{id}").build(view.id()))
                .entity(view)
                .build();
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_PORTALS)
    public CertificateView replace(@PathParam("id") String id, CertificateDraft draft, @Context Caller caller) {
        return certificates.replace(id, draft, caller);
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_PORTALS)
    public void remove(@PathParam("id") String id, @Context Caller caller) {
        certificates.remove(id, caller);
    }

    /** Which certificate each portal's host shows, by the name of the portal. */
    @GET
    @Path("coverage")
    @Requires(Right.MANAGE_PORTALS)
    public Page<Coverage> coverage(
            @QueryParam("limit") @DefaultValue("100") int limit, @QueryParam("after") @Nullable String after) {
        return certificates.coverage(new PageRequest(limit, Optional.ofNullable(after)));
    }
}
