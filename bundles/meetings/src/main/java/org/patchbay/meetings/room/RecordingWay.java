package org.patchbay.meetings.room;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.patchbay.api.PortalId;
import org.patchbay.spi.meetings.MeetingRecorder;

/**
 * How a room reaches who records it, and is reached by them.
 *
 * @param recorder empty where the portal does not record, or nothing is there to do it
 */
record RecordingWay(PortalId portal, Supplier<Optional<MeetingRecorder>> recorder, Consumer<RoomCommand> room) {}
