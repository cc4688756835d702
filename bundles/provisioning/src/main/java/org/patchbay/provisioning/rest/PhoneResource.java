package org.patchbay.provisioning.rest;

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
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.provisioning.Phones;
import org.patchbay.provisioning.Phones.KnownPhone;
import org.patchbay.provisioning.Phones.PhoneHandout;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Desk phones. A secret is in the answer that makes it and in no other. */
@Component(service = RestResource.class)
@Path("portals/{portal}/phones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PhoneResource implements RestResource {

    private final Phones phones;

    @Activate
    public PhoneResource(@Reference Phones phones) {
        this.phones = phones;
    }

    @GET
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public Page<ShownPhone> list(
            @PathParam("portal") String portal,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        Page<KnownPhone> found =
                phones.list(new PortalId(portal), new PageRequest(limit, Optional.ofNullable(after)), caller);
        return new Page<>(found.items().stream().map(ShownPhone::of).toList(), found.next(), found.total());
    }

    /** The link in the answer is good once, for the phone of this address. */
    @POST
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(value = PhoneHandout.class, status = 201)
    public Response create(@PathParam("portal") String portal, PhoneDraft draft, @Context Caller caller) {
        PhoneHandout handed = phones.create(new PortalId(portal), (id, device) -> draft.phone(id, device, 1), caller);
        return Response.created(UriBuilder.fromPath("portals/{portal}/phones/{id}")
                        .build(portal, handed.phone().id()))
                .header(HttpHeaders.ETAG, EntityTag.of(handed.phone().version()))
                .entity(handed)
                .build();
    }

    @GET
    @Path("{phone}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(ShownPhone.class)
    public Response get(@PathParam("portal") String portal, @PathParam("phone") String id, @Context Caller caller) {
        return tagged(phones.find(new PortalId(portal), id, caller));
    }

    @PUT
    @Path("{phone}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    @Answers(ShownPhone.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("phone") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PhoneDraft draft,
            @Context Caller caller) {
        return tagged(phones.change(
                new PortalId(portal),
                id,
                EntityTag.require(ifMatch),
                (before, version) -> draft.phone(id, before.device(), version),
                caller));
    }

    /** Forgets the phone and its account. */
    @DELETE
    @Path("{phone}")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public void delete(@PathParam("portal") String portal, @PathParam("phone") String id, @Context Caller caller) {
        phones.delete(new PortalId(portal), id, caller);
    }

    /** A new secret and new passwords; what the phone has is no good any more. */
    @POST
    @Path("{phone}/secret")
    @Requires(Right.CONFIGURE_CALL_HANDLING)
    public PhoneHandout renew(
            @PathParam("portal") String portal, @PathParam("phone") String id, @Context Caller caller) {
        return phones.renew(new PortalId(portal), id, caller);
    }

    private static Response tagged(KnownPhone known) {
        return Response.ok(ShownPhone.of(known))
                .header(HttpHeaders.ETAG, EntityTag.of(known.phone().version(), known))
                .build();
    }
}
