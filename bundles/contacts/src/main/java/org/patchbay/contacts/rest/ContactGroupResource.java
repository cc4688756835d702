package org.patchbay.contacts.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactGroup;
import org.patchbay.api.contacts.ContactId;
import org.patchbay.api.contacts.Contacts;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Groups of contacts, and who is meant by several. */
@Component(service = RestResource.class)
@Path("portals/{portal}/contact-groups")
@Produces(MediaType.APPLICATION_JSON)
public final class ContactGroupResource implements RestResource {

    private final Contacts contacts;

    @Activate
    public ContactGroupResource(@Reference Contacts contacts) {
        this.contacts = contacts;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public Page<ContactGroup> list(@PathParam("portal") String portal, @Context Caller caller) {
        return Page.of(contacts.groups(new PortalId(portal), caller));
    }

    @GET
    @Path("members")
    @Requires(Right.OWN_ACCOUNT)
    public Page<Contact> members(
            @PathParam("portal") String portal,
            @QueryParam("group") List<String> groups,
            @QueryParam("contact") List<String> ids,
            @Context Caller caller) {
        Set<ContactId> single = ids.stream().map(ContactId::new).collect(Collectors.toSet());
        return Page.of(contacts.members(new PortalId(portal), new HashSet<>(groups), single, caller));
    }
}
