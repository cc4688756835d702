package org.patchbay.calls.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.LiveCall;

/** Remembers what it heard. Thread-safe. */
public final class PaperJournal implements Journal {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<CallRecord> records = new CopyOnWriteArrayList<>();

    @Override
    public void happened(PortalId portal, LiveCall call, What what, String detail) {
        lines.add(detail.isEmpty() ? what.name() : what + " " + detail);
    }

    @Override
    public void decided(PortalId portal, LiveCall call, CallStep step) {
        lines.add(step.decision().step() + " " + step.decision().reason());
    }

    @Override
    public void changed(PortalId portal, LiveCall before, LiveCall now) {}

    @Override
    public void ended(PortalId portal, CallRecord call) {
        lines.add("ENDED " + call.result());
        records.add(call);
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public List<CallRecord> records() {
        return List.copyOf(records);
    }

    public CallRecord last() {
        return records.get(records.size() - 1);
    }
}
