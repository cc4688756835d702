package org.patchbay.identity.rest;

import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.people.Explanations;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Why somebody may do something, or may not. */
@Component(service = RestResource.class)
@Path("portals/{portal}/access")
@Produces(MediaType.APPLICATION_JSON)
public final class AccessResource implements RestResource {

    private final Explanations explanations;

    @Activate
    public AccessResource(@Reference Explanations explanations) {
        this.explanations = explanations;
    }

    @GET
    @Path("explain")
    @Requires(Right.MANAGE_PEOPLE)
    public Explanations.Explanation explain(
            @PathParam("portal") String portal,
            @QueryParam("person") @Nullable String person,
            @QueryParam("right") @Nullable String right,
            @QueryParam("department") @Nullable String department,
            @QueryParam("other") @Nullable String other,
            @Context Caller caller) {
        if (person == null) {
            throw Problem.INVALID.at("person", "person.missing", "must be somebody's id");
        }
        Right asked = Arrays.stream(Right.values())
                .filter(known -> known.name().equals(right))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID.at("right", "right.unknown", "is the name of no right"));
        var question = new Explanations.Question(
                new PersonId(person),
                asked,
                Optional.ofNullable(department).map(DepartmentId::new),
                Optional.ofNullable(other).map(PersonId::new));
        return explanations.explain(new PortalId(portal), question, caller);
    }
}
