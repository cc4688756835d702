package org.patchbay.contacts.rest;

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
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The contacts that the caller sees. Everybody may write private ones; the service refuses public ones. */
@Component(service = RestResource.class)
@Path("portals/{portal}/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ContactResource implements RestResource {

    private final Contacts contacts;

    @Activate
    public ContactResource(@Reference Contacts contacts) {
        this.contacts = contacts;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<Contact> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("group") @Nullable String group,
            @QueryParam("visibility") @Nullable String visibility,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return contacts.list(
                new PortalId(portal),
                ContactQuery.filter(text, group, visibility),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    @POST
    @Requires(Right.OWN_ACCOUNT)
    @Answers(value = Contact.class, status = 201)
    public Response create(@PathParam("portal") String portal, ContactDraft draft, @Context Caller caller) {
        Contact contact = contacts.create(new PortalId(portal), draft, caller);
        return tagged(
                Response.created(
                        UriBuilder.fromPath("portals/{portal}/contacts/{id}").build(portal, contact.id())),
                contact);
    }

    @GET
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Contact.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return contacts.find(new PortalId(portal), new ContactId(id), caller)
                .map(contact -> tagged(Response.ok(), contact))
                .orElseThrow(() -> Problem.NOT_FOUND.because("contact.unknown", "There is no such contact"));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    @Answers(Contact.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ContactDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), contacts.update(new PortalId(portal), new ContactId(id), version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.OWN_ACCOUNT)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        contacts.delete(new PortalId(portal), new ContactId(id), caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, Contact contact) {
        return answer.entity(contact)
                .header(HttpHeaders.ETAG, EntityTag.of(contact.version()))
                .build();
    }
}
