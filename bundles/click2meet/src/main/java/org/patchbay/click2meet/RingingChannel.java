package org.patchbay.click2meet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.click2meet.ring.Ring;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/**
 * The live channel {@code ringing}: a visitor waits as long as it is open. A visitor without an account is a guest of the
 * ring, whose id stands where a meeting's would.
 */
@Component
public final class RingingChannel implements LiveChannel {

    private final RingService rings;
    private final Access access;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
        var thread = new Thread(run, "click2meet-rings");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public RingingChannel(@Reference RingService rings, @Reference Access access) {
        this.rings = rings;
        this.access = access;
    }

    @Deactivate
    public void close() {
        timer.shutdownNow();
    }

    @Override
    public String name() {
        return "ringing";
    }

    @Override
    public Right right() {
        return Right.TAKE_PART;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        String id = Json.accept(with, With.class).meeting();
        access.requireMeeting(caller, portal, Right.TAKE_PART, id);
        Ring ring = rings.own(portal, id, caller);
        var wait = new Wait(caller, portal, ring, sink);
        if (!ring.over()) {
            try {
                wait.begin();
            } catch (RuntimeException e) {
                wait.close();
                throw e;
            }
        }
        wait.tell();
        return wait;
    }

    /** What a client opens the channel with: the ring. */
    record With(String meeting) {}

    /** How long it rings at most, and how many were there before. */
    record Place(Instant until, int ahead) {}

    /** One visitor waiting. */
    private final class Wait implements LiveSubscription {

        private final Caller caller;
        private final PortalId portal;
        private final Ring ring;
        private final String id = Ids.next();
        private final LiveSink sink;
        private final List<Registration> heard;
        private final AtomicReference<String> told = new AtomicReference<>("");
        private volatile Optional<ScheduledFuture<?>> end = Optional.empty();

        Wait(Caller caller, PortalId portal, Ring ring, LiveSink sink) {
            this.caller = caller;
            this.portal = portal;
            this.ring = ring;
            this.sink = sink;
            this.heard = List.of(
                    rings.book().hearRing(portal, ring.id(), this::tell),
                    rings.book().hearQueue(portal, ring.person(), this::tell));
        }

        void begin() {
            Ring ringing = rings.begin(portal, ring, caller, id);
            end = Optional.of(timer.schedule(
                    () -> rings.stop(portal, ring, caller, id, false),
                    rings.left(ringing).toMillis(),
                    TimeUnit.MILLISECONDS));
        }

        /** Says how it stands, unless that was said already. */
        void tell() {
            String text = Json.text(state(rings.own(portal, ring.id(), caller)));
            if (!text.equals(told.getAndSet(text))) {
                sink.send(text);
            }
        }

        private Map<String, Object> state(Ring now) {
            return switch (now.state()) {
                case BOOKED, TAKEN, WAITING -> {
                    long ahead = rings.waiting(portal, ring.person()).stream()
                            .takeWhile(one -> !one.id().equals(ring.id()))
                            .count();
                    yield Map.of("waiting", new Place(now.until(), (int) ahead));
                }
                case ANSWERED -> Map.of("answered", now.answer());
                case DECLINED -> Map.of("declined", now.answer());
                case MISSED -> Map.of("missed", Map.of());
            };
        }

        @Override
        public void close() {
            heard.forEach(Registration::close);
            end.ifPresent(timer -> timer.cancel(false));
            rings.stop(portal, ring, caller, id, true);
        }
    }
}
