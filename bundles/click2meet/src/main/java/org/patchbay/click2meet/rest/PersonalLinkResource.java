package org.patchbay.click2meet.rest;

import java.net.URI;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.click2meet.PersonalLinks;
import org.patchbay.click2meet.link.PersonalLink;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The personal links of people: each their own, managers those of others. */
@Component(service = RestResource.class)
@Path("portals/{portal}/personal-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonalLinkResource implements RestResource {

    private final PersonalLinks personal;
    private final PortalLinks links;

    @Activate
    public PersonalLinkResource(@Reference PersonalLinks personal, @Reference PortalLinks links) {
        this.personal = personal;
        this.links = links;
    }

    /** Until one is chosen: a name that is free, switched off. */
    @GET
    @Path("{person}")
    @Requires(Right.OWN_ACCOUNT)
    public PersonalLinkJson get(
            @PathParam("portal") String portal, @PathParam("person") String person, @Context Caller caller) {
        var id = new PortalId(portal);
        return json(id, personal.of(id, new PersonId(person), caller));
    }

    @PUT
    @Path("{person}")
    @Requires(Right.OWN_ACCOUNT)
    public PersonalLinkJson change(
            @PathParam("portal") String portal,
            @PathParam("person") String person,
            LinkChoice choice,
            @Context Caller caller) {
        var id = new PortalId(portal);
        return json(id, personal.change(id, new PersonId(person), choice.name(), choice.on(), caller));
    }

    private PersonalLinkJson json(PortalId portal, PersonalLink link) {
        return new PersonalLinkJson(
                link.person(),
                link.name(),
                link.on(),
                personal.offered(portal),
                links.link(portal, "/t/" + link.name()));
    }

    /** What is chosen of a link. */
    public record LinkChoice(String name, boolean on) {}

    /**
     * A link as its person sees it.
     *
     * @param offered whether the portal has personal links at all
     * @param link what visitors open
     */
    public record PersonalLinkJson(PersonId person, String name, boolean on, boolean offered, URI link) {}
}
