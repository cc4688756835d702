package org.patchbay.extensions.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.PortalId;
import org.patchbay.api.PutBack;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.extensions.ServiceDesk;
import org.patchbay.spi.web.Answers;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/** Follow me, the secretary, the assistant, time groups, calling back and how the phones are spoken to: what people choose of their own extensions, and managers for them. */
@Component(service = RestResource.class)
@Path("portals/{portal}/extensions/{extension}/services")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PhoneServicesResource implements RestResource {

    private final ServiceDesk desk;

    @Activate
    public PhoneServicesResource(@Reference ServiceDesk desk) {
        this.desk = desk;
    }

    /** The services of an extension of one's own, or of somebody whom one manages. */
    @GET
    @Requires(Right.OWN_ACCOUNT)
    @Answers(PhoneServices.class)
    public Response get(@PathParam("portal") String portal, @PathParam("extension") String id, @Context Caller caller) {
        return tagged(desk.find(new PortalId(portal), id, caller));
    }

    @PUT
    @Requires(Right.OWN_ACCOUNT)
    @Answers(PhoneServices.class)
    public Response choose(
            @PathParam("portal") String portal,
            @PathParam("extension") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Services services,
            @Context Caller caller) {
        long version = EntityTag.require(ifMatch);
        return tagged(desk.choose(new PortalId(portal), id, version, services::on, caller));
    }

    private static Response tagged(PhoneServices services) {
        return Response.ok(services)
                .header(HttpHeaders.ETAG, EntityTag.of(services.version()))
                .build();
    }

    /**
     * What a person chooses.
     *
     * @param times the name of the time group in which a diversion is on, whatever its switch says
     * @param receives whether calls of those are taken whose secretary it is
     * @param callBack whether who finds it busy may ask to be called back
     * @param language in which the phones are spoken to: en, de, es or fr; empty for the portal's
     * @param zone in which times are meant and said; empty for the department's
     */
    @PutBack(PhoneServices.class)
    public record Services(
            FollowMe followMe,
            Secretary secretary,
            Optional<Assistant> assistant,
            @MayBeAbsent List<TimeGroup> timeGroups,
            @MayBeAbsent Map<Diversion, String> times,
            @MayBeAbsent boolean receives,
            @MayBeAbsent boolean callBack,
            Optional<String> language,
            Optional<String> zone) {

        PhoneServices on(PhoneServices present) {
            return present.followMe(followMe)
                    .secretary(secretary)
                    .assistant(assistant)
                    .times(timeGroups, times)
                    .receives(receives)
                    .callBack(callBack)
                    .speaking(language, zone);
        }
    }
}
