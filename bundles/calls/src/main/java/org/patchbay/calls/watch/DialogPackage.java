package org.patchbay.calls.watch;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.spi.signalling.EventPackage;

/** The event package {@code dialog} (RFC 4235), by which lamps of other phones show whether an extension rings or talks. */
@Component
public final class DialogPackage implements EventPackage {

    private static final int MOST = 10;

    private final Watched watched;
    private final AtomicInteger version = new AtomicInteger();

    @Activate
    public DialogPackage(@Reference Watched watched) {
        this.watched = watched;
    }

    @Override
    public String name() {
        return "dialog";
    }

    @Override
    public Optional<EventState> state(PortalId portal, String watcher, String resource) {
        return watched.extension(portal, watcher, resource)
                .map(extension -> new EventState("application/dialog-info+xml", body(portal, extension)));
    }

    private String body(PortalId portal, Extension extension) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"")
                .append(version.getAndIncrement() & Integer.MAX_VALUE)
                .append("\" state=\"full\" entity=\"sip:")
                .append(extension.number())
                .append("\">\n");
        watched.calls(portal, extension).stream().limit(MOST).forEach(call -> Watched.party(call, extension)
                .ifPresent(party -> text.append(dialog(call, party))));
        return text.append("</dialog-info>\n").toString();
    }

    private static String dialog(LiveCall call, CallParty party) {
        String direction = party.role() == CallParty.Role.CALLER ? "initiator" : "recipient";
        String state =
                switch (party.state()) {
                    case RINGING -> party.role() == CallParty.Role.CALLER ? "proceeding" : "early";
                    case TALKING, HOLDING -> "confirmed";
                };
        return "<dialog id=\"" + call.id().value() + "\" direction=\"" + direction + "\"><state>"
                + state.toLowerCase(Locale.ROOT) + "</state></dialog>\n";
    }
}
