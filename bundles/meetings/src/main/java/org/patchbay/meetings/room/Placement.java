package org.patchbay.meetings.room;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeState;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On which bridge the conference of a room is, under which id: another id each time it is opened, so that what is heard of
 * an earlier one can be told apart. Confined to the room.
 */
final class Placement {

    private static final Logger log = LoggerFactory.getLogger(Placement.class);

    private final BridgeDirectory bridges;
    private final PortalId portal;
    private final String name;

    /** Bridges that did not answer; they are asked again when there is no other one. */
    private final Set<String> failed = new HashSet<>();

    private @Nullable MediaBridge bridge;
    private ConferenceId conference;
    private int generation;

    /** Nowhere yet; the name is unique over all portals, nodes and times. */
    Placement(BridgeDirectory bridges, PortalId portal, String name) {
        this.bridges = bridges;
        this.portal = portal;
        this.name = name;
        this.conference = new ConferenceId(name + "-0");
    }

    /** The conference in use, or the last one. */
    ConferenceId conference() {
        return conference;
    }

    /** The bridge in use. */
    Optional<MediaBridge> bridge() {
        return Optional.ofNullable(bridge);
    }

    /** Opens the conference unless it is open: on the first bridge of those there are that takes it, best in this region. */
    MediaBridge open(Optional<String> region, Function<ConferenceId, BridgeEvents> listener) throws BridgeException {
        MediaBridge present = bridge;
        if (present != null) {
            return present;
        }
        Set<String> refused = new HashSet<>();
        while (true) {
            MediaBridge chosen = choose(region, refused);
            conference = new ConferenceId(name + "-" + generation++);
            try {
                chosen.createConference(conference, listener.apply(conference));
                bridge = chosen;
                return chosen;
            } catch (BridgeException e) {
                refused.add(chosen.name());
                if (e.reason() == BridgeException.Reason.CONFLICT || !bridges.hasOther(portal, refused)) {
                    throw e;
                }
                log.info("Conference {} is not on {}: {}", conference, chosen.name(), e.getMessage());
            }
        }
    }

    private MediaBridge choose(Optional<String> region, Set<String> refused) {
        if (generation == 0) {
            return bridges.choose(portal, region, refused);
        }
        Set<String> avoided = new HashSet<>(refused);
        avoided.addAll(failed);
        return bridges.chooseAgain(portal, region, bridges.hasOther(portal, avoided) ? avoided : refused);
    }

    /**
     * Makes room in the open conference: on a bridge of the region, if there is one that the conference is on or may reach
     * over, else wherever it is, and where that is full, on one more.
     */
    Transport add(EndpointId endpoint, EndpointOptions options, Optional<String> region) throws BridgeException {
        MediaBridge present = bridge().orElseThrow(
                        () -> new BridgeException(BridgeException.Reason.NO_CONFERENCE, "No conference " + conference));
        for (MediaBridge near :
                region.map(one -> bridges.near(portal, one, present)).orElse(List.of())) {
            if (near == present && near.carries(conference)) {
                break;
            }
            if (near.carries(conference) || reaches(present, near)) {
                try {
                    return near.addEndpoint(conference, endpoint, options);
                } catch (BridgeException e) {
                    log.info("{} is not near in {}: {}", endpoint, conference, e.getMessage());
                }
            }
        }
        while (true) {
            try {
                return present.addEndpoint(conference, endpoint, options);
            } catch (BridgeException e) {
                if (e.reason() != BridgeException.Reason.FULL || !widen(present)) {
                    throw e;
                }
            }
        }
    }

    /** Whether the conference is to be opened anew: it is lost, or its bridge does not answer and there are others. */
    boolean isGone(BridgeException e) {
        MediaBridge present = bridge;
        if (present == null || e.reason() != BridgeException.Reason.UNAVAILABLE) {
            return present != null && e.reason() == BridgeException.Reason.NO_CONFERENCE;
        }
        if (others(present).findAny().isPresent()) {
            // The part that does not answer is lost alone, which the bridge tells.
            return false;
        }
        failed.add(present.name());
        return bridges.hasOther(portal, failed);
    }

    /** The other bridges that the conference is on, too. */
    private Stream<MediaBridge> others(MediaBridge present) {
        return bridges.all().stream()
                .filter(other ->
                        other != present && other.stats().state() != BridgeState.DOWN && other.carries(conference));
    }

    /** The bridge in use is gone: whether the conference goes on without it, for it is on others, too. */
    boolean goesOn() {
        Optional<MediaBridge> other =
                bridge().flatMap(present -> others(present).findFirst());
        other.ifPresent(next -> {
            log.info("Conference {} goes on over {}", conference, next.name());
            bridge = next;
        });
        return other.isPresent();
    }

    /** The conference finds no place where it is: whether it reaches over another bridge now, too. */
    private boolean widen(MediaBridge present) {
        return bridges.besides(portal, present).stream()
                .anyMatch(other -> !other.carries(conference) && reaches(present, other));
    }

    /** Whether it reaches over this bridge now, too. */
    private boolean reaches(MediaBridge present, MediaBridge other) {
        if (failed.contains(other.name())) {
            return false;
        }
        try {
            present.widen(conference, other);
            return true;
        } catch (BridgeException e) {
            log.debug("Conference {} does not reach over {}: {}", conference, other.name(), e.getMessage());
            return false;
        }
    }

    /** Whether the bridge in use is no longer here, be it that another one has its name. */
    boolean isGone() {
        return bridge().filter(present -> !bridges.isHere(present)).isPresent();
    }

    /** Leaves the bridge; one that does not work is not asked to close the conference. */
    void leave() {
        MediaBridge present = bridge;
        bridge = null;
        if (present == null
                || failed.contains(present.name())
                || present.stats().state() == BridgeState.DOWN) {
            return;
        }
        try {
            present.expireConference(conference);
        } catch (BridgeException e) {
            log.debug("Bridge {} does not close {}: {}", present.name(), conference, e.getMessage());
        }
    }

    /** This bridge works again. */
    void recovered(String bridgeName) {
        failed.remove(bridgeName);
    }
}
