package org.patchbay.jvb.bridge;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.patchbay.api.http.TrustedHttp;
import org.patchbay.jvb.colibri.ColibriClient;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.ConferenceId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One videobridge, with what is known of it and the legs of conferences that are there. Thread-safe. */
final class Server implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Server.class);

    private final Map<ConferenceId, Cascade> conferences = new ConcurrentHashMap<>();
    private final Set<JvbConference> legs = ConcurrentHashMap.newKeySet();
    private final String name;
    private final int capacity;
    private final ColibriClient client;
    private final TrustedHttp http;
    private final Works works;
    private final Timing timing;
    private volatile Consumer<String> unheard = other -> {};
    private final AtomicInteger listeners = new AtomicInteger();
    private final ServerWatch watch;

    /** A videobridge that may have so many endpoints, 0 for as many as it takes; {@code down} hears of each leg there. */
    Server(
            String name,
            int capacity,
            ColibriClient client,
            TrustedHttp http,
            Timing timing,
            Consumer<JvbConference> down) {
        this.name = name;
        this.capacity = capacity;
        this.client = client;
        this.http = http;
        this.works = new Works(name);
        this.timing = timing;
        this.watch = new ServerWatch(name, client, timing, () -> isDown(down), this::here, listeners::get);
    }

    private void isDown(Consumer<JvbConference> down) {
        log.warn("The videobridge {} is down: {}", name, health().detail());
        legs.forEach(down);
    }

    private int here() {
        return legs.stream().mapToInt(JvbConference::size).sum();
    }

    void start() {
        watch.start();
    }

    String name() {
        return name;
    }

    ColibriClient client() {
        return client;
    }

    TrustedHttp http() {
        return http;
    }

    Works works() {
        return works;
    }

    ServerHealth health() {
        return watch.health();
    }

    /** To be told of each other one that it does not hear in a conference. */
    void onUnheard(Consumer<String> listener) {
        unheard = listener;
    }

    void hearsNoMore(String other) {
        unheard.accept(other);
    }

    Duration betweenLooksAtRelays() {
        return timing.relays();
    }

    /** By what name other videobridges know it, if it takes part in cascades. */
    Optional<String> relayId() {
        return health().relayId();
    }

    /** The conference, if it is or was on this videobridge, too. */
    Optional<Cascade> conference(ConferenceId id) {
        return Optional.ofNullable(conferences.get(id));
    }

    /** Answers false if there is another one of that id. */
    boolean takes(Cascade conference) {
        Cascade present = conferences.putIfAbsent(conference.id(), conference);
        return present == null || present == conference;
    }

    void forgets(Cascade conference) {
        conferences.remove(conference.id(), conference);
    }

    /** A listener of ours is there now, or no more; it is no participant. */
    void isHeard(boolean begins) {
        listeners.addAndGet(begins ? 1 : -1);
    }

    Set<JvbConference> legs() {
        return Set.copyOf(legs);
    }

    void has(JvbConference leg) {
        legs.add(leg);
    }

    void hasNoMore(JvbConference leg) {
        legs.remove(leg);
    }

    /** Something points to trouble. */
    void suspect() {
        watch.suspect();
    }

    void requireUp() throws BridgeException {
        if (!health().isUp()) {
            throw new BridgeException(Reason.UNAVAILABLE, name + " is down: " + health().detail());
        }
    }

    void requireRoom() throws BridgeException {
        ServerHealth health = health();
        boolean full = capacity > 0 && here() + watch.others() >= capacity;
        if (health.isUp() && (!health.takesMore() || full)) {
            throw new BridgeException(Reason.FULL, name + " takes no more participants");
        }
    }

    /** A failure in the platform's words. */
    BridgeException translated(ColibriException failure) {
        Reason reason =
                switch (failure.reason()) {
                    case GONE -> Reason.NO_CONFERENCE;
                    case BUSY -> Reason.FULL;
                    case REFUSED -> isConflict(failure) ? Reason.CONFLICT : Reason.UNAVAILABLE;
                    case UNREACHABLE -> Reason.UNAVAILABLE;
                };
        if (reason == Reason.UNAVAILABLE) {
            log.warn("The videobridge {} did not do what it was asked: {}", name, failure.getMessage());
            suspect();
        }
        return new BridgeException(reason, name + ": " + failure.getMessage(), failure);
    }

    private static boolean isConflict(ColibriException failure) {
        return String.valueOf(failure.getMessage()).contains("already exists");
    }

    /** Looks at it no more; its threads end with {@link #stop}. */
    @Override
    public void close() {
        watch.close();
    }

    void stop() {
        works.close();
    }
}
