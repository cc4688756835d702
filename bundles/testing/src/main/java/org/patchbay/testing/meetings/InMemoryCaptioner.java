package org.patchbay.testing.meetings;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.spi.meetings.Caption;
import org.patchbay.spi.meetings.Captioner;

/** A captioner of every portal that writes down what a test says. Thread-safe. */
public final class InMemoryCaptioner implements Captioner {

    private final List<Following> followed = new CopyOnWriteArrayList<>();

    @Override
    public boolean serves(PortalId portal) {
        return true;
    }

    @Override
    public Registration follow(PortalId portal, String meeting, Consumer<Caption> captions) {
        var following = new Following(portal, meeting, captions);
        followed.add(following);
        return () -> followed.remove(following);
    }

    /** Whether a meeting is followed. */
    public boolean follows(PortalId portal, String meeting) {
        return followed.stream().anyMatch(one -> one.is(portal, meeting));
    }

    /** Somebody says something. */
    public void say(PortalId portal, String meeting, Caption caption) {
        followed.stream().filter(one -> one.is(portal, meeting)).forEach(one -> one.captions()
                .accept(caption));
    }

    private record Following(PortalId portal, String meeting, Consumer<Caption> captions) {

        boolean is(PortalId of, String id) {
            return portal.equals(of) && meeting.equals(id);
        }
    }
}
