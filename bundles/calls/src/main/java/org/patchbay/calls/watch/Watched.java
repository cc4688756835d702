package org.patchbay.calls.watch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Dialled;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.OngoingCalls;

/** What phones watch of extensions. Thread-safe. */
@Component(service = Watched.class)
public final class Watched {

    private final DialPlan plan;
    private final Extensions extensions;
    private final Signalling signalling;
    private final OngoingCalls calls;
    private final CodeSwitches switches;
    private final CodeNews codes;

    @Activate
    public Watched(
            @Reference DialPlan plan,
            @Reference Extensions extensions,
            @Reference Signalling signalling,
            @Reference OngoingCalls calls,
            @Reference CodeSwitches switches,
            @Reference CodeNews codes) {
        this.plan = plan;
        this.extensions = extensions;
        this.signalling = signalling;
        this.calls = calls;
        this.switches = switches;
        this.codes = codes;
    }

    /** The extension of a number that a device of the portal may watch. */
    Optional<Extension> extension(PortalId portal, String watcher, String number) {
        if (extensions.ofDevice(portal, watcher).isEmpty()) {
            return Optional.empty();
        }
        Dialled meaning = plan.understand(portal, number);
        return meaning instanceof Dialled.Internal internal
                        && internal.destination().kind() == Destination.Kind.EXTENSION
                ? extensions.find(portal, internal.destination().value())
                : Optional.empty();
    }

    /** A place for parked calls of that number, which a device of the portal may watch. */
    Optional<String> place(PortalId portal, String watcher, String number) {
        boolean known = extensions.ofDevice(portal, watcher).isPresent();
        return known && plan.understand(portal, number) instanceof Dialled.Parked parked
                ? Optional.of(parked.place())
                : Optional.empty();
    }

    /** The queue of that number, which a device of the portal may watch. */
    Optional<String> queue(PortalId portal, String watcher, String number) {
        boolean known = extensions.ofDevice(portal, watcher).isPresent();
        return known
                        && plan.understand(portal, number) instanceof Dialled.Internal internal
                        && internal.destination().kind() == Destination.Kind.QUEUE
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether what a code switches is on at the watcher's own extension; empty for what is no such code. */
    Optional<Boolean> code(PortalId portal, String watcher, String dialled) {
        if (!(plan.understand(portal, dialled) instanceof Dialled.Feature feature)
                || !feature.argument().isEmpty()
                || !CodeSwitches.CODES.contains(feature.code())) {
            return Optional.empty();
        }
        Optional<Extension> own = extensions.ofDevice(portal, watcher);
        own.ifPresent(one -> codes.watched(portal));
        return own.map(one -> switches.isOn(portal, one, feature.code()));
    }

    Set<CallId> waitingIn(PortalId portal, String queue) {
        return calls.waitingIn(portal, queue);
    }

    Optional<CallId> parkedAt(PortalId portal, String place) {
        return calls.parkedAt(portal, place);
    }

    List<LiveCall> calls(PortalId portal, Extension extension) {
        return calls.of(portal, extension.id());
    }

    boolean registered(PortalId portal, Extension extension) {
        return extensions.devices(portal, extension.id()).stream()
                .anyMatch(
                        device -> !signalling.registrations(portal, device.id()).isEmpty());
    }

    static Optional<CallParty> party(LiveCall call, Extension extension) {
        return call.parties().stream()
                .filter(party ->
                        party.department().isPresent() && party.number().equals(extension.number()))
                .findFirst();
    }
}
