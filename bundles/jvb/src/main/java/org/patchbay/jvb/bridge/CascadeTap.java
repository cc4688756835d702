package org.patchbay.jvb.bridge;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.patchbay.jvb.colibri.ColibriException;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.MediaClient;
import org.patchbay.spi.media.MediaClients;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.Source;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tap at a conference, wherever it is: an {@link Ear} on one of its legs, where everything can be heard. When it is lost, there
 * is another one, at once on another leg or after a pause; when there was none for {@link #PATIENCE}, the tap is told that the
 * conference is gone. Thread-safe.
 */
final class CascadeTap implements OpenTap {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(CascadeTap.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Cascade conference;
    private final MediaTap tap;
    private final int height;
    private final MediaClient client;
    private @Nullable Ear ear;
    private boolean joining;
    private boolean closed;
    private boolean heard;
    private @Nullable EndpointId gone;
    private long heardAt = System.nanoTime();

    CascadeTap(Cascade conference, MediaTap tap, MediaClients clients) {
        this.conference = conference;
        this.tap = tap;
        this.height = tap.wantedHeight();
        this.client = clients.listen(new PassedOn(tap, this), new News());
    }

    int height() {
        return height;
    }

    MediaClient client() {
        return client;
    }

    /** Looks for a leg to listen on, now or after a pause. */
    void listen(Duration pause) {
        synchronized (this) {
            if (closed || joining || ear != null) {
                return;
            }
            joining = true;
        }
        conference.works().ifPresentOrElse(works -> works.later(pause, this::join), this::over);
    }

    private void join() {
        Optional<JvbConference> leg = conference.legToHear();
        Ear next = null;
        try {
            if (leg.isPresent() && !isClosed()) {
                next = Ear.open(
                        leg.get(),
                        this,
                        new EndpointId(UUID.randomUUID().toString().substring(0, 8)));
            }
        } catch (ColibriException | BridgeException e) {
            log.debug("There is nothing to be heard of {}: {}", conference.id(), e.getMessage());
        }
        boolean late = false;
        boolean lost = false;
        synchronized (this) {
            joining = false;
            late = closed;
            ear = closed ? null : next;
            lost = next != null && next.id().equals(gone);
        }
        if (next == null) {
            tryAgain();
        } else if (late) {
            next.close();
        } else if (lost || !conference.isOn(next.leg())) {
            lost(next, "it was gone at once");
        } else {
            tellSources();
        }
    }

    private void tryAgain() {
        long since;
        synchronized (this) {
            since = System.nanoTime() - heardAt;
        }
        if (since > PATIENCE.toNanos()) {
            log.warn("Conference {} cannot be heard any more", conference.id());
            over();
        } else {
            listen(PAUSE);
        }
    }

    /** It is no longer heard there. */
    void lost(Ear former, String why) {
        boolean wasHeard = false;
        synchronized (this) {
            if (ear != former) {
                return;
            }
            ear = null;
            wasHeard = heard;
            heard = false;
            heardAt = wasHeard ? System.nanoTime() : heardAt;
        }
        log.warn("Conference {} is not heard for the moment: {}", conference.id(), why);
        former.leave();
        if (wasHeard) {
            listen(Duration.ZERO);
        } else {
            tryAgain();
        }
    }

    /** A leg is no more. */
    void left(JvbConference leg) {
        Ear present;
        synchronized (this) {
            present = ear;
        }
        if (present != null && present.leg() == leg) {
            lost(present, leg.server().name() + " is left");
        }
    }

    /** Somebody sends something else now. */
    void sourcesChanged() {
        conference.works().ifPresent(works -> works.run(this::tellSources));
    }

    private synchronized void tellSources() {
        Ear present = ear;
        if (present == null || closed) {
            return;
        }
        try {
            client.setSources(
                    present.id(),
                    conference.sources().all().stream()
                            .map(Forwarded::asForwarded)
                            .toList());
        } catch (BridgeException e) {
            log.debug("What is to be heard of {} is not told: {}", conference.id(), e.getMessage());
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void requestKeyFrame(long ssrc) {
        conference.sources().all().stream()
                .filter(source -> source.ssrcs().contains(ssrc))
                .findFirst()
                .map(Source::ssrcs)
                .ifPresent(ssrcs -> client.requestKeyFrame(ssrcs.get(0)));
    }

    /** The conference is no more. Never blocks. */
    void over() {
        var thread = new Thread(
                () -> {
                    if (end()) {
                        tap.conferenceGone();
                    }
                },
                "patchbay-jvb-tap-end");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean end() {
        Ear last;
        synchronized (this) {
            if (closed) {
                return false;
            }
            closed = true;
            last = ear;
            ear = null;
        }
        conference.untap(this);
        client.close();
        if (last != null) {
            last.close();
        }
        return true;
    }

    @Override
    public void close() {
        end();
    }

    /** How the connection fares. */
    private final class News implements BridgeEvents {

        @Override
        public void endpointConnected(EndpointId endpoint) {
            synchronized (CascadeTap.this) {
                heard = true;
            }
            log.info("Conference {} is listened to", conference.id());
        }

        @Override
        public void endpointGone(EndpointId endpoint, Departure departure) {
            Ear present;
            synchronized (CascadeTap.this) {
                present = ear;
                gone = endpoint;
            }
            if (present != null && present.id().equals(endpoint)) {
                conference
                        .works()
                        .ifPresent(works -> works.later(PAUSE, () -> lost(present, "its media ended, " + departure)));
            }
        }
    }
}
