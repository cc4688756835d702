package org.patchbay.calls.rest;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.Calls;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.web.Requires;
import org.patchbay.spi.web.RestResource;

/**
 * One call that goes on, and what is done with it. Calls of others need a right in a department of the call: to operate, park, listen in, whisper
 * or barge in; the call service looks at that.
 */
@Component(service = RestResource.class)
@Path("portals/{portal}/calls/{call}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CallActionResource implements RestResource {

    private final Calls calls;

    @Activate
    public CallActionResource(@Reference Calls calls) {
        this.calls = calls;
    }

    @GET
    @Requires(Right.OWN_ACCOUNT)
    public LiveCall get(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        return calls.find(new PortalId(portal), new CallId(call), caller)
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }

    private void act(String portal, String call, CallAction action, Caller caller) {
        calls.act(new PortalId(portal), new CallId(call), action, caller);
    }

    /** The own phone takes it, where it answers when told to. */
    @POST
    @Path("answer")
    @Requires(Right.OWN_ACCOUNT)
    public void answer(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        act(portal, call, new CallAction.Answer(), caller);
    }

    @POST
    @Path("hang-up")
    @Requires(Right.OWN_ACCOUNT)
    public void hangUp(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        act(portal, call, new CallAction.HangUp(), caller);
    }

    @POST
    @Path("hold")
    @Requires(Right.OWN_ACCOUNT)
    public void hold(
            @PathParam("portal") String portal, @PathParam("call") String call, Switch to, @Context Caller caller) {
        act(portal, call, new CallAction.Hold(to.on()), caller);
    }

    /** Before it is answered the call goes there; afterwards the other side is put through (blind transfer). */
    @POST
    @Path("divert")
    @Requires(Right.OWN_ACCOUNT)
    public void divert(
            @PathParam("portal") String portal, @PathParam("call") String call, NumberJson to, @Context Caller caller) {
        act(portal, call, new CallAction.Divert(to.to()), caller);
    }

    /** Puts the others of two own calls together. */
    @POST
    @Path("transfer")
    @Requires(Right.OWN_ACCOUNT)
    public void transfer(
            @PathParam("portal") String portal, @PathParam("call") String call, Other with, @Context Caller caller) {
        act(portal, call, new CallAction.Transfer(new CallId(with.other())), caller);
    }

    @POST
    @Path("park")
    @Requires(Right.OWN_ACCOUNT)
    public void park(
            @PathParam("portal") String portal, @PathParam("call") String call, Place at, @Context Caller caller) {
        act(portal, call, new CallAction.Park(at.place()), caller);
    }

    /** The own phone takes a call that rings elsewhere or is parked. */
    @POST
    @Path("pick-up")
    @Requires(Right.OWN_ACCOUNT)
    public void pickUp(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        act(portal, call, new CallAction.PickUp(), caller);
    }

    @POST
    @Path("listen")
    @Requires(Right.OWN_ACCOUNT)
    public void listen(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        act(portal, call, new CallAction.Listen(), caller);
    }

    @POST
    @Path("whisper")
    @Requires(Right.OWN_ACCOUNT)
    public void whisper(
            @PathParam("portal") String portal, @PathParam("call") String call, Ear to, @Context Caller caller) {
        act(portal, call, new CallAction.Whisper(to.leg()), caller);
    }

    @POST
    @Path("barge-in")
    @Requires(Right.OWN_ACCOUNT)
    public void bargeIn(@PathParam("portal") String portal, @PathParam("call") String call, @Context Caller caller) {
        act(portal, call, new CallAction.BargeIn(), caller);
    }

    /** Calls somebody else into the conversation. */
    @POST
    @Path("add")
    @Requires(Right.OWN_ACCOUNT)
    public void add(
            @PathParam("portal") String portal, @PathParam("call") String call, NumberJson to, @Context Caller caller) {
        act(portal, call, new CallAction.Add(to.to()), caller);
    }

    @POST
    @Path("record")
    @Requires(Right.OWN_ACCOUNT)
    public void record(
            @PathParam("portal") String portal, @PathParam("call") String call, Switch to, @Context Caller caller) {
        act(portal, call, new CallAction.Recording(to.on()), caller);
    }

    @POST
    @Path("press")
    @Requires(Right.OWN_ACCOUNT)
    public void press(
            @PathParam("portal") String portal, @PathParam("call") String call, Keys which, @Context Caller caller) {
        act(portal, call, new CallAction.Press(which.keys()), caller);
    }

    /** On or off. */
    public record Switch(boolean on) {}

    /** A number, as dialled. */
    public record NumberJson(String to) {}

    /** The other own call. */
    public record Other(String other) {}

    /** A parking place; empty for the first that is free. */
    public record Place(Optional<String> place) {}

    /** The phone that alone hears. */
    public record Ear(String leg) {}

    /** Keys of a phone. */
    public record Keys(String keys) {}
}
