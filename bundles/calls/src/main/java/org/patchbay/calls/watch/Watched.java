package org.patchbay.calls.watch;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
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

    @Activate
    public Watched(
            @Reference DialPlan plan,
            @Reference Extensions extensions,
            @Reference Signalling signalling,
            @Reference OngoingCalls calls) {
        this.plan = plan;
        this.extensions = extensions;
        this.signalling = signalling;
        this.calls = calls;
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
