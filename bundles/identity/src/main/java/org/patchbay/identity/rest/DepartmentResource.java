package org.patchbay.identity.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
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
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.DepartmentDraft;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Departments;
import org.patchbay.api.identity.HoursOverride;
import org.patchbay.api.identity.Opening;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.identity.people.DepartmentMembers;
import org.patchbay.identity.people.DepartmentRemoval;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** The departments of a portal that the caller belongs to or manages. */
@Component(service = RestResource.class)
@Path("portals/{portal}/departments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class DepartmentResource implements RestResource {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Departments departments;
    private final DepartmentRemoval removal;
    private final DepartmentMembers members;
    private final Access access;

    @Activate
    public DepartmentResource(
            @Reference Departments departments,
            @Reference DepartmentRemoval removal,
            @Reference DepartmentMembers members,
            @Reference Access access) {
        this.departments = departments;
        this.removal = removal;
        this.members = members;
        this.access = access;
    }

    @GET
    @Requires(Right.SEE_PEOPLE)
    public Page<Department> list(@PathParam("portal") String portal, @Context Caller caller) {
        var id = new PortalId(portal);
        Scope seen = access.scope(caller, id, Right.SEE_PEOPLE);
        return Page.of(departments.list(id).stream()
                .filter(department -> seen.includes(department.id()))
                .toList());
    }

    /** The same departments as they are now, and what the caller may do with each. */
    @GET
    @Path("overview")
    @Requires(Right.SEE_PEOPLE)
    public Page<DepartmentOverview> overview(@PathParam("portal") String portal, @Context Caller caller) {
        var id = new PortalId(portal);
        Scope seen = access.scope(caller, id, Right.SEE_PEOPLE);
        Scope managed = access.scope(caller, id, Right.MANAGE_DEPARTMENTS);
        Scope overridden = access.scope(caller, id, Right.OVERRIDE_OFFICE_HOURS);
        Map<DepartmentId, Integer> counts = members.counts(id);
        Instant now = Instant.now();
        return Page.of(departments.list(id).stream()
                .filter(department -> seen.includes(department.id()))
                .map(department -> new DepartmentOverview(
                        department.id(),
                        department.name(),
                        counts.getOrDefault(department.id(), 0),
                        departments.openAt(id, department.id(), now),
                        managed.includes(department.id()),
                        managed.everywhere(),
                        overridden.includes(department.id())))
                .toList());
    }

    @POST
    @Requires(Right.MANAGE_DEPARTMENTS)
    @Answers(value = Department.class, status = 201)
    public Response create(@PathParam("portal") String portal, DepartmentDraft draft, @Context Caller caller) {
        Department department = departments.create(new PortalId(portal), draft, caller);
        return tagged(
                Response.created(
                        UriBuilder.fromPath("portals/{portal}/departments/{id}").build(portal, department.id())),
                department);
    }

    @GET
    @Path("{id}")
    @Requires(Right.SEE_PEOPLE)
    @Answers(Department.class)
    public Response get(@PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return tagged(Response.ok(), seen(new PortalId(portal), new DepartmentId(id), caller));
    }

    @PUT
    @Path("{id}")
    @Requires(Right.MANAGE_DEPARTMENTS)
    @Answers(Department.class)
    public Response update(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DepartmentDraft draft,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(
                Response.ok(), departments.update(new PortalId(portal), new DepartmentId(id), version, draft, caller));
    }

    @DELETE
    @Path("{id}")
    @Requires(Right.MANAGE_DEPARTMENTS)
    public void delete(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("to") @Nullable String to,
            @Context Caller caller) {
        removal.remove(
                new PortalId(portal),
                new DepartmentId(id),
                Optional.ofNullable(to).map(DepartmentId::new),
                caller);
    }

    @GET
    @Path("{id}/members")
    @Requires(Right.SEE_PEOPLE)
    public Page<DepartmentMembers.DepartmentMember> members(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after,
            @Context Caller caller) {
        Department department = seen(new PortalId(portal), new DepartmentId(id), caller);
        return members.list(department.portal(), department.id(), new PageRequest(limit, Optional.ofNullable(after)));
    }

    @PUT
    @Path("{id}/override")
    @Requires(Right.OVERRIDE_OFFICE_HOURS)
    @Answers(Department.class)
    public Response override(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            HoursOverride override,
            @Context Caller caller) {
        return tagged(
                Response.ok(),
                departments.override(new PortalId(portal), new DepartmentId(id), Optional.of(override), caller));
    }

    @DELETE
    @Path("{id}/override")
    @Requires(Right.OVERRIDE_OFFICE_HOURS)
    @Answers(Department.class)
    public Response endOverride(
            @PathParam("portal") String portal, @PathParam("id") String id, @Context Caller caller) {
        return tagged(
                Response.ok(),
                departments.override(new PortalId(portal), new DepartmentId(id), Optional.empty(), caller));
    }

    @GET
    @Path("{id}/opening")
    @Requires(Right.SEE_PEOPLE)
    public Opening opening(
            @PathParam("portal") String portal,
            @PathParam("id") String id,
            @QueryParam("at") @Nullable String at,
            @Context Caller caller) {
        Department department = seen(new PortalId(portal), new DepartmentId(id), caller);
        return departments.openAt(department.portal(), department.id(), moment(at));
    }

    private Department seen(PortalId portal, DepartmentId id, Caller caller) {
        Scope seen = access.scope(caller, portal, Right.SEE_PEOPLE);
        return departments
                .find(portal, id)
                .filter(department -> seen.includes(department.id()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("department.unknown", "There is no such department"));
    }

    private static Instant moment(@Nullable String at) {
        try {
            Instant moment = at == null ? Instant.now() : Instant.parse(at);
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw Problem.INVALID.at("at", "moment.bad", "must be a moment of the years 1 to 9999");
            }
            return moment;
        } catch (DateTimeParseException e) {
            throw Problem.INVALID.at("at", "moment.bad", "must be a moment such as 2026-01-31T12:00:00Z");
        }
    }

    private static Response tagged(Response.ResponseBuilder answer, Department department) {
        return answer.entity(department)
                .header(HttpHeaders.ETAG, EntityTag.of(department.version()))
                .build();
    }

    /**
     * A department now.
     *
     * @param people how many are in it
     * @param opening whether it is open at this moment, and why
     * @param changeable whether the caller may change it
     * @param everywhere whether the caller may change every department, and so make and delete them
     * @param overridable whether the caller may open or close it against its hours
     */
    public record DepartmentOverview(
            DepartmentId id,
            String name,
            int people,
            Opening opening,
            boolean changeable,
            boolean everywhere,
            boolean overridable) {}
}
