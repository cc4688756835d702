package org.patchbay.extensions.rest;

import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import org.patchbay.extensions.DeviceDesk.Handed;

/** The answer that hands a new device out. */
final class DeviceAnswer {

    private DeviceAnswer() {}

    static Response created(String portal, Handed handed) {
        return Response.created(UriBuilder.fromPath("portals/{portal}/devices/{id}")
                        .build(portal, handed.device().id()))
                .entity(handed)
                .build();
    }
}
