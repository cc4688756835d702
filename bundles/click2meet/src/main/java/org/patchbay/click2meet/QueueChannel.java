package org.patchbay.click2meet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.click2meet.ring.Reachability;
import org.patchbay.click2meet.ring.Ring;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** The live channel {@code rings}: who waits for the caller; as long as it is open on some page, the caller can be reached. */
@Component
public final class QueueChannel implements LiveChannel {

    private final RingService rings;
    private final Reachability reachability;

    @Activate
    public QueueChannel(@Reference RingService rings, @Reference Reachability reachability) {
        this.rings = rings;
        this.reachability = reachability;
    }

    @Override
    public String name() {
        return "rings";
    }

    @Override
    public Right right() {
        return Right.HOST_MEETINGS;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        Json.accept(with, With.class);
        PersonId person = caller.personId()
                .filter(own -> caller.portal().equals(portal))
                .orElseThrow(() -> Problem.FORBIDDEN.because("Only people of the portal itself are rung up"));
        Registration heard = rings.book().hearQueue(portal, person, () -> tell(portal, person, sink));
        Registration here = reachability.here(portal, person);
        tell(portal, person, sink);
        return () -> {
            here.close();
            heard.close();
        };
    }

    private void tell(PortalId portal, PersonId person, LiveSink sink) {
        List<Waiting> waiting =
                rings.waiting(portal, person).stream().map(Waiting::of).toList();
        sink.send(Json.text(Map.of("rings", waiting)));
    }

    /** Takes no arguments. */
    record With() {}

    /** Somebody who waits. */
    record Waiting(
            String id, String name, Optional<String> about, Optional<String> person, Instant rang, Instant until) {

        static Waiting of(Ring ring) {
            return new Waiting(ring.id(), ring.name(), ring.about(), ring.member(), ring.rang(), ring.until());
        }
    }
}
