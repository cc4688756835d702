package org.patchbay.jvb.bridge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaClients;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.RemoteTransport;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A conference, on one videobridge or on several that are all linked with each other: a leg on each. An endpoint is on one
 * leg. One request at a time is carried out, so that the others hear of endpoints in order; a leg that is lost waits for
 * none. Thread-safe.
 */
final class Cascade {

    private static final Logger log = LoggerFactory.getLogger(Cascade.class);

    private final ReentrantLock turn = new ReentrantLock();
    private final Legs legs = new Legs();
    private final CopyOnWriteArrayList<Server> servers = new CopyOnWriteArrayList<>();
    private final List<CascadeTap> taps = new CopyOnWriteArrayList<>();
    private final Errands errands = new Errands(legs, this::lost);
    private final RelayWatch relays = new RelayWatch(legs, this::alone);
    private final SourceBook sources = new SourceBook();
    private final ConferenceId id;
    private final EventOutlet outlet;
    private final Speaker speaker = new Speaker();
    private volatile boolean over;

    Cascade(ConferenceId id, BridgeEvents listener) {
        this.id = id;
        this.outlet = new EventOutlet(this::execute, listener);
    }

    /** On the threads of whichever bridge still runs. */
    private void execute(Runnable task) {
        boolean told = servers.stream().anyMatch(server -> server.works().tells(task));
        log.trace("An event of {} was told: {}", id, told);
    }

    ConferenceId id() {
        return id;
    }

    SourceBook sources() {
        return sources;
    }

    void tell(Consumer<BridgeEvents> event) {
        outlet.tell(event);
    }

    boolean isOn(Server server) {
        return legs.areOn(server);
    }

    boolean isOn(JvbConference leg) {
        return legs.all().contains(leg);
    }

    /** The threads of a bridge that is here, if there is one. */
    Optional<Works> works() {
        return legs.all().stream().findFirst().map(leg -> leg.server().works());
    }

    /** A leg on which a tap can listen: everything is heard on each. */
    Optional<JvbConference> legToHear() {
        return legs.all().stream().filter(leg -> leg.server().health().isUp()).findFirst();
    }

    /** Lets a tap hear it; it hears something soon. */
    OpenTap tap(MediaTap tap, MediaClients clients) throws BridgeException {
        if (over || legs.isEmpty()) {
            throw new BridgeException(Reason.NO_CONFERENCE, "No conference " + id);
        }
        var open = new CascadeTap(this, tap, clients);
        taps.add(open);
        open.listen(Duration.ZERO);
        if (over) {
            open.over();
        }
        return open;
    }

    void untap(CascadeTap tap) {
        taps.remove(tap);
    }

    /** Begins on this videobridge. */
    void begin(Server server) throws BridgeException {
        inTurn(() -> open(server));
    }

    private JvbConference open(Server server) throws BridgeException {
        server.requireUp();
        server.requireRoom();
        if (!server.takes(this)) {
            throw new BridgeException(Reason.CONFLICT, "Conference " + id + " is open already");
        }
        var leg = new JvbConference(id, this, server);
        servers.addIfAbsent(server);
        legs.add(leg);
        boolean open = false;
        try {
            leg.create();
            open = true;
            return leg;
        } catch (ColibriException e) {
            throw server.translated(e);
        } finally {
            if (!open) {
                legs.forget(leg);
                server.forgets(this);
            }
        }
    }

    /** Reaches over this videobridge, too. */
    void widen(Server server) throws BridgeException {
        inTurn(() -> {
            if (isOn(server) || over) {
                throw new BridgeException(Reason.CONFLICT, id + " is on " + server.name() + " already, or is over");
            }
            List<JvbConference> others = legs.all();
            for (JvbConference other : others) {
                Relays.require(other.server(), server);
            }
            JvbConference added = open(server);
            boolean linked = false;
            try {
                for (JvbConference other : others) {
                    Relays.link(other, added);
                }
                linked = true;
                relays.begin();
                log.info("Conference {} reaches over {}, too", id, server.name());
            } catch (ColibriException e) {
                throw server.translated(e);
            } finally {
                if (!linked) {
                    unlink(added);
                }
            }
            return added;
        });
    }

    /** Makes room on the leg there, else on any other one. */
    Transport add(EndpointId endpoint, EndpointOptions options, Server there) throws BridgeException {
        return inTurn(() -> {
            if (legs.of(endpoint).isPresent()) {
                throw new BridgeException(Reason.CONFLICT, "Endpoint " + endpoint + " is there already");
            }
            BridgeException full = new BridgeException(Reason.NO_CONFERENCE, "No conference " + id);
            for (JvbConference leg : legs.beginningOn(there)) {
                try {
                    leg.server().requireRoom();
                    Transport transport = errands.at(leg, one -> one.add(endpoint, options));
                    errands.others(leg, other -> Relays.create(other, leg, endpoint));
                    return transport;
                } catch (BridgeException e) {
                    if (e.reason() != Reason.FULL) {
                        throw e;
                    }
                    full = e;
                }
            }
            throw full;
        });
    }

    void connect(EndpointId endpoint, RemoteTransport transport) throws BridgeException {
        change(endpoint, leg -> leg.connect(endpoint, transport));
    }

    void setSources(EndpointId endpoint, List<Source> all) throws BridgeException {
        inTurn(() -> {
            JvbConference leg = need(endpoint);
            errands.tell(leg, one -> one.setSources(endpoint, all));
            errands.others(leg, other -> Relays.sources(other, leg, endpoint, all));
            return leg;
        });
    }

    void want(EndpointId endpoint, ReceiverConstraints constraints) throws BridgeException {
        change(endpoint, leg -> leg.want(endpoint, constraints));
    }

    void mute(EndpointId endpoint, boolean audio, boolean video) throws BridgeException {
        change(endpoint, leg -> leg.mute(endpoint, audio, video));
    }

    void remove(EndpointId endpoint) throws BridgeException {
        inTurn(() -> {
            Optional<JvbConference> leg = legs.of(endpoint);
            if (leg.isPresent()) {
                try {
                    errands.tell(leg.get(), one -> one.remove(endpoint));
                } finally {
                    removed(leg.get(), endpoint);
                }
            }
            return this;
        });
    }

    /** The leg lost the endpoint; may block. */
    void departed(JvbConference leg, EndpointId endpoint) {
        alone(() -> removed(leg, endpoint));
    }

    private void alone(Runnable task) {
        turn.lock();
        try {
            task.run();
        } finally {
            turn.unlock();
        }
    }

    private void removed(JvbConference leg, EndpointId endpoint) {
        errands.others(leg, other -> Relays.expire(other, leg, endpoint));
        if (leg.size() == 0 && legs.size() > 1) {
            unlink(leg);
        }
    }

    /** Leaves a videobridge on which nobody is. */
    private void unlink(JvbConference leg) {
        if (legs.forget(leg)) {
            taps.forEach(tap -> tap.left(leg));
            leg.endsThere();
            errands.others(leg, other -> Relays.unlink(other, leg));
            log.info("Conference {} is no longer on {}", id, leg.server().name());
        }
    }

    /** Ends everywhere, or says why it could not there. */
    void end() throws BridgeException {
        servers.forEach(server -> server.forgets(this));
        inTurn(() -> {
            over = true;
            outlet.close();
            taps.forEach(CascadeTap::over);
            Optional<BridgeException> failure = Optional.empty();
            for (JvbConference leg : legs) {
                legs.forget(leg);
                try {
                    leg.end();
                } catch (ColibriException e) {
                    failure = Optional.of(leg.server().translated(e));
                }
            }
            if (failure.isPresent()) {
                throw failure.get();
            }
            return this;
        });
    }

    /** A leg is no more there: those on it are gone, and without another one the conference is lost. Never blocks. */
    void lost(JvbConference leg) {
        if (!legs.forget(leg)) {
            return;
        }
        List<EndpointId> gone = leg.closeHere();
        if (legs.isEmpty()) {
            over = true;
            servers.forEach(server -> server.forgets(this));
            taps.forEach(CascadeTap::over);
            outlet.tellLast(BridgeEvents::conferenceLost);
            return;
        }
        taps.forEach(tap -> tap.left(leg));
        gone.forEach(sources::remove);
        relays.begin();
        sourcesChanged();
        legs.all().stream().findFirst().ifPresent(next -> next.server().works().run(() -> tellOthers(leg, gone)));
    }

    private void tellOthers(JvbConference lost, List<EndpointId> gone) {
        turn.lock();
        try {
            errands.others(lost, other -> Relays.unlink(other, lost));
        } finally {
            turn.unlock();
            gone.forEach(endpoint -> tell(listener -> listener.endpointGone(endpoint, Departure.CONSENT_LOST)));
        }
    }

    /** What is on the mids may be told otherwise now. */
    void sourcesChanged() {
        legs.forEach(JvbConference::tellMaps);
        taps.forEach(CascadeTap::sourcesChanged);
    }

    /** Each endpoint's channel says it, on each leg. */
    void speaks(String name) {
        legs.endpoints()
                .filter(endpoint -> endpoint.value().equals(name))
                .findFirst()
                .filter(speaker::becomes)
                .ifPresent(endpoint -> tell(listener -> listener.dominantSpeaker(endpoint)));
    }

    void isGone(EndpointId endpoint) {
        speaker.isGone(endpoint);
    }

    private JvbConference need(EndpointId endpoint) throws BridgeException {
        return legs.of(endpoint)
                .orElseThrow(() -> new BridgeException(
                        legs.isEmpty() ? Reason.NO_CONFERENCE : Reason.NO_ENDPOINT, "No endpoint " + endpoint));
    }

    private void change(EndpointId endpoint, Errands.Change change) throws BridgeException {
        inTurn(() -> errands.tell(need(endpoint), change));
    }

    private <T> T inTurn(Turn<T> request) throws BridgeException {
        turn.lock();
        try {
            return request.take();
        } finally {
            turn.unlock();
        }
    }

    private interface Turn<T> {
        T take() throws BridgeException;
    }
}
