package org.patchbay.testing.meetings;

import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.spi.meetings.MeetingRecorder;

class InMemoryRecorderTest implements MeetingRecorderContract {

    private final InMemoryRecorder recorder = new InMemoryRecorder();
    private final PortalId portal = new PortalId(Ids.next());

    @Override
    public MeetingRecorder recorder() {
        recorder.serve(portal, true);
        return recorder;
    }

    @Override
    public PortalId served() {
        return portal;
    }

    @Override
    public String host() {
        return "p1";
    }
}
