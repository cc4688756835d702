package org.patchbay.calls.watch;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.spi.signalling.EventPackage;

/**
 * The event package {@code dialog} (RFC 4235), by which lamps of phones show whether an extension rings or talks, a call is
 * parked, somebody waits in a queue, or what a code switches is on at the own extension.
 */
@Component
public final class DialogPackage implements EventPackage {

    private static final int MOST = 10;

    private final Watched watched;
    private final Addresses addresses;
    private final AtomicInteger version = new AtomicInteger();

    @Activate
    public DialogPackage(@Reference Watched watched, @Reference Addresses addresses) {
        this.watched = watched;
        this.addresses = addresses;
    }

    @Override
    public String name() {
        return "dialog";
    }

    @Override
    public Optional<EventState> state(PortalId portal, String watcher, String resource) {
        return watched.extension(portal, watcher, resource)
                .map(extension -> told(portal, extension.number(), dialogs(portal, extension)))
                .or(() -> watched.place(portal, watcher, resource)
                        .map(place -> told(portal, place, parked(portal, place))))
                .or(() -> watched.queue(portal, watcher, resource)
                        .map(queue -> told(portal, queue, waiting(portal, queue))))
                .or(() -> watched.code(portal, watcher, resource).map(on -> told(portal, resource, switched(on))));
    }

    private EventState told(PortalId portal, String number, String dialogs) {
        return new EventState(
                "application/dialog-info+xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\""
                        + (version.getAndIncrement() & Integer.MAX_VALUE)
                        + "\" state=\"full\" entity=\"" + addresses.of(portal, number) + "\">\n"
                        + dialogs
                        + "</dialog-info>\n");
    }

    private String parked(PortalId portal, String place) {
        return watched.parkedAt(portal, place)
                .map(call -> dialog(call.value(), "recipient", "confirmed"))
                .orElse("");
    }

    private String waiting(PortalId portal, String queue) {
        return watched.waitingIn(portal, queue).stream()
                .limit(MOST)
                .map(call -> dialog(call.value(), "recipient", "confirmed"))
                .collect(Collectors.joining());
    }

    /** A lamp knows dialogs alone, so that what is on is one. */
    private static String switched(boolean on) {
        return on ? dialog("on", "recipient", "confirmed") : "";
    }

    private String dialogs(PortalId portal, Extension extension) {
        var text = new StringBuilder();
        watched.calls(portal, extension).stream().limit(MOST).forEach(call -> Watched.party(call, extension)
                .ifPresent(party -> text.append(dialog(call, party))));
        return text.toString();
    }

    private static String dialog(LiveCall call, CallParty party) {
        String direction = party.role() == CallParty.Role.CALLER ? "initiator" : "recipient";
        String state =
                switch (party.state()) {
                    case RINGING -> party.role() == CallParty.Role.CALLER ? "proceeding" : "early";
                    case TALKING, HOLDING -> "confirmed";
                };
        return dialog(call.id().value(), direction, state);
    }

    private static String dialog(String id, String direction, String state) {
        return "<dialog id=\"" + id + "\" direction=\"" + direction + "\"><state>" + state + "</state></dialog>\n";
    }
}
