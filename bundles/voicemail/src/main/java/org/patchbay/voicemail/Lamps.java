package org.patchbay.voicemail;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.signalling.Signalling;

/** Tells phones that watch a mailbox that it is otherwise now. Thread-safe. */
@Component(service = Lamps.class)
public final class Lamps {

    static final String PACKAGE = "message-summary";

    private final Signalling signalling;
    private final Extensions extensions;

    @Activate
    public Lamps(@Reference Signalling signalling, @Reference Extensions extensions) {
        this.signalling = signalling;
        this.extensions = extensions;
    }

    /** A phone watches its own name, or the number of the extension. */
    public void changed(PortalId portal, String extension) {
        extensions.find(portal, extension).ifPresent(one -> signalling.changed(portal, PACKAGE, one.number()));
        for (Device device : extensions.devices(portal, extension)) {
            signalling.changed(portal, PACKAGE, device.user());
        }
    }
}
