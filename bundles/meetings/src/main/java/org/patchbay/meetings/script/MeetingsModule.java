package org.patchbay.meetings.script;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.RoomWay;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** Meetings that go on in the portal, for scripts: they may do what a host may. */
@Component
public final class MeetingsModule implements ScriptModule {

    private final RoomWay way;

    @Activate
    public MeetingsModule(@Reference RoomWay way) {
        this.way = way;
    }

    @Override
    public String name() {
        return "patchbay/meetings";
    }

    @ScriptFunction("Lets somebody in who waits before a meeting.")
    public void admit(PortalId portal, String meeting, String participant) {
        act(portal, meeting, new RoomAction.Admit(participant));
    }

    @ScriptFunction("Sends somebody away who waits before a meeting.")
    public void refuse(PortalId portal, String meeting, String participant) {
        act(portal, meeting, new RoomAction.Refuse(participant));
    }

    @ScriptFunction("Gives a guest in a meeting another name.")
    public void rename(PortalId portal, String meeting, String participant, String name) {
        act(portal, meeting, new RoomAction.Rename(Optional.of(participant), name));
    }

    @ScriptFunction("Writes into the chat of a meeting.")
    public void post(PortalId portal, String meeting, String text) {
        act(portal, meeting, new RoomAction.Chat(text));
    }

    @ScriptFunction("Begins to record a meeting; everybody in it is asked whether they agree.")
    public void startRecording(PortalId portal, String meeting) {
        act(portal, meeting, new RoomAction.StartRecording());
    }

    @ScriptFunction("Ends the recording of a meeting.")
    public void stopRecording(PortalId portal, String meeting) {
        act(portal, meeting, new RoomAction.StopRecording());
    }

    @ScriptFunction("Ends a meeting for everybody.")
    public void end(PortalId portal, String meeting) {
        act(portal, meeting, new RoomAction.Finish());
    }

    @ScriptFunction("Who is in a meeting now.")
    public List<Participant> participants(PortalId portal, String meeting) {
        return way.who(portal, meeting);
    }

    private void act(PortalId portal, String meeting, RoomAction action) {
        action.check();
        if (!way.goesOn(portal, meeting)) {
            throw Problem.NOT_FOUND.because("meeting.unknown", "There is no such meeting");
        }
        way.act(portal, meeting, action);
    }
}
