package org.patchbay.spi.meetings;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.patchbay.api.PortalId;

/** Knows rooms that are opened when their time has come. Thread-safe. */
@ConsumerType
public interface PlannedRooms {

    /**
     * The room planned behind a link's code. Asked in a unit of work; until that ends nobody else gets an answer for this
     * code, so that a room is opened once.
     */
    Optional<PlannedRoom> find(PortalId portal, String code);
}
