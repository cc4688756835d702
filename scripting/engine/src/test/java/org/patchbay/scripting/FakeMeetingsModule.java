package org.patchbay.scripting;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;

/** The module of the slice meetings, without rooms: it remembers what it was told. */
public final class FakeMeetingsModule implements ScriptModule {

    private final Set<String> recorded = ConcurrentHashMap.newKeySet();
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "patchbay/meetings";
    }

    @ScriptFunction("Lets somebody in who waits before a meeting.")
    public void admit(PortalId portal, String meeting, String participant) {
        told.add("admit " + meeting + " " + participant);
    }

    @ScriptFunction("Sends somebody away who waits before a meeting.")
    public void refuse(PortalId portal, String meeting, String participant) {
        told.add("refuse " + meeting + " " + participant);
    }

    @ScriptFunction("Gives a guest in a meeting another name.")
    public void rename(PortalId portal, String meeting, String participant, String name) {
        told.add("rename " + meeting + " " + participant + " " + name);
    }

    @ScriptFunction("Writes into the chat of a meeting.")
    public void post(PortalId portal, String meeting, String text) {
        told.add("post " + meeting + " " + text);
    }

    @ScriptFunction("Begins to record a meeting; everybody in it is asked whether they agree.")
    public void startRecording(PortalId portal, String meeting) {
        if (!recorded.add(meeting)) {
            throw Problem.CONFLICT.because("recording.going-on", "The meeting is being recorded already");
        }
        told.add("record " + meeting);
    }

    @ScriptFunction("Ends the recording of a meeting.")
    public void stopRecording(PortalId portal, String meeting) {
        recorded.remove(meeting);
        told.add("no more record " + meeting);
    }

    @ScriptFunction("Ends a meeting for everybody.")
    public void end(PortalId portal, String meeting) {
        told.add("end " + meeting);
    }

    List<String> told() {
        return told;
    }
}
