package org.patchbay.calls.watch;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.extensions.Extension;
import org.patchbay.spi.signalling.EventPackage;

/** The event package {@code presence} (RFC 3856): whether an extension can be called, as PIDF (RFC 3863, 4480). */
@Component
public final class PresencePackage implements EventPackage {

    private final Watched watched;
    private final Addresses addresses;

    @Activate
    public PresencePackage(@Reference Watched watched, @Reference Addresses addresses) {
        this.watched = watched;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "presence";
    }

    @Override
    public Optional<EventState> state(PortalId portal, String watcher, String resource) {
        return watched.extension(portal, watcher, resource)
                .map(extension -> new EventState("application/pidf+xml", body(portal, extension)));
    }

    private String body(PortalId portal, Extension extension) {
        boolean talks = watched.calls(portal, extension).stream()
                .flatMap(call -> Watched.party(call, extension).stream())
                .anyMatch(party -> party.state() != CallParty.State.RINGING);
        String activity = extension.doNotDisturb() ? "<rpid:busy/>" : talks ? "<rpid:on-the-phone/>" : "";
        String basic = watched.registered(portal, extension) ? "open" : "closed";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\" xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\" entity=\""
                + addresses.of(portal, extension.number()) + "\">\n"
                + "<tuple id=\"phone\"><status><basic>" + basic + "</basic></status></tuple>\n"
                + (activity.isEmpty()
                        ? ""
                        : "<dm:person id=\"person\"><rpid:activities>" + activity + "</rpid:activities></dm:person>\n")
                + "</presence>\n";
    }
}
