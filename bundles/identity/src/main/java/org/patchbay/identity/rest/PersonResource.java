package org.patchbay.identity.rest;

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
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.SetupLink;
import org.patchbay.identity.people.Management;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The people of a portal. */
@Component(service = RestResource.class)
@Path("portals/{portal}/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PersonResource implements RestResource {

    private final People people;
    private final Management management;

    @Activate
    public PersonResource(@Reference People people, @Reference Management management) {
        this.people = people;
        this.management = management;
    }

    @GET
    @Requires(Right.MANAGE_PEOPLE)
    public Page<Person> list(
            @PathParam("portal") String portal,
            @QueryParam("text") @Nullable String text,
            @QueryParam("role") @Nullable String role,
            @QueryParam("department") @Nullable String department,
            @QueryParam("status") @Nullable String status,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        return people.list(
                new PortalId(portal),
                PeopleQueryParams.query(text, role, department, status, sort),
                new PageRequest(limit, Optional.ofNullable(after)),
                caller);
    }

    @POST
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(value = Person.class, status = 201)
    public Response create(@PathParam("portal") String portal, PersonDraft draft, @Context Caller caller) {
        Person person = people.create(new PortalId(portal), draft, caller);
        return tagged(
                Response.created(
                        UriBuilder.fromPath("portals/{portal}/people/{id}").build(portal, person.id())),
                person);
    }

    @GET
    @Path("{id}")
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(Person.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return tagged(Response.ok(), management.see(new PortalId(portal), new PersonId(id), caller));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_PEOPLE)
    @Answers(Person.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            PersonDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(Response.ok(), people.update(new PortalId(portal), new PersonId(id), version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_PEOPLE)
    public void delete(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        people.delete(new PortalId(portal), new PersonId(id), caller);
    }

    @POST
    @Path("{id}/invitation")
    @Requires(Right.MANAGE_PEOPLE)
    public void invite(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        people.invite(new PortalId(portal), new PersonId(id), caller);
    }

    @POST
    @Path("{id}/setup-link")
    @Requires(Right.MANAGE_PEOPLE)
    public SetupLink link(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return people.link(new PortalId(portal), new PersonId(id), caller);
    }

    private static Response tagged(Response.ResponseBuilder answer, Person person) {
        return answer.entity(person)
                .header(HttpHeaders.ETAG, EntityTag.of(person.version(), person))
                .build();
    }
}
