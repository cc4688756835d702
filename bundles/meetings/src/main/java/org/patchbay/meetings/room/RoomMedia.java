package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.meetings.BridgeDirectory;
import org.patchbay.spi.media.BridgeEvents;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.ConferenceId;
import org.patchbay.spi.media.Departure;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.MediaTap;
import org.patchbay.spi.media.OpenTap;
import org.patchbay.spi.media.ReceiverConstraints;
import org.patchbay.spi.media.Source;
import org.patchbay.spi.media.SourceId;
import org.patchbay.spi.media.SourceKind;
import org.patchbay.spi.media.Transport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room's conference on a media bridge, opened with the first participant. What the bridge says is told back to the
 * room as commands, so that the room is touched by one thread at a time. Confined to the room.
 */
final class RoomMedia {

    private static final Logger log = LoggerFactory.getLogger(RoomMedia.class);
    private static final EndpointOptions OPTIONS = EndpointOptions.standard();

    private final Placement place;
    private final Sending sending;
    private final Consumer<RoomCommand> room;
    private final Consumer<String> freed;

    /** A conference under this name, unique over all portals, nodes and times; told on which bridge a place is freed. */
    RoomMedia(
            BridgeDirectory bridges,
            PortalId portal,
            String name,
            Sending sending,
            Consumer<RoomCommand> room,
            Consumer<String> freed) {
        this.place = new Placement(bridges, portal, name);
        this.sending = sending;
        this.room = room;
        this.freed = freed;
    }

    /**
     * Makes room for a participant and answers the offer. A conference that is lost, or whose bridge does not answer, is
     * opened anew for it, elsewhere if there is elsewhere: then {@link #conference} is another one. One of a region gets room
     * on a bridge there, if the conference can be there.
     */
    String offer(String participant, Optional<String> region) {
        try {
            return add(participant, region);
        } catch (BridgeException e) {
            if (!place.isGone(e)) {
                throw problem(e);
            }
        }
        place.leave();
        try {
            return add(participant, region);
        } catch (BridgeException e) {
            throw problem(e);
        }
    }

    private String add(String participant, Optional<String> region) throws BridgeException {
        place.open(region, Listener::new);
        Transport transport = place.add(new EndpointId(participant), OPTIONS.within(sending.limits()), region);
        return OfferBuilder.offer(transport, OPTIONS, sending);
    }

    void answer(String participant, String sdp) {
        var transport = AnswerReader.read(sdp);
        run(bridge -> bridge.setRemoteTransport(place.conference(), new EndpointId(participant), transport));
    }

    void sources(String participant, List<RoomCommand.SentTrack> tracks) {
        var owner = new EndpointId(participant);
        List<Source> sources = SentSources.of(owner, tracks);
        run(bridge -> bridge.setSources(place.conference(), owner, sources));
    }

    /** Whom a participant sees, of those who are in the room. */
    void see(RoomCommand.See see, Predicate<String> isIn) {
        Map<SourceId, Integer> heights = new HashMap<>();
        for (String other : see.visible().stream().filter(isIn).toList()) {
            for (SourceKind kind : List.of(SourceKind.DESKTOP, SourceKind.CAMERA)) {
                heights.put(SourceId.of(new EndpointId(other), kind), see.maxHeight());
            }
        }
        List<SourceId> stage = put(see.onStage(), isIn, heights);
        put(see.perSource(), isIn, heights);
        var constraints = new ReceiverConstraints(see.lastN().orElse(-1), stage, 0, heights);
        run(bridge ->
                bridge.setReceiverConstraints(place.conference(), new EndpointId(see.participant()), constraints));
    }

    private static List<SourceId> put(
            Optional<List<RoomCommand.Shown>> shown, Predicate<String> isIn, Map<SourceId, Integer> heights) {
        List<SourceId> sources = new ArrayList<>();
        for (RoomCommand.Shown one : shown.orElse(List.of())) {
            if (isIn.test(one.participant())) {
                SourceId source = SourceId.of(new EndpointId(one.participant()), pictureKind(one.source()));
                heights.put(source, one.maxHeight());
                sources.add(source);
            }
        }
        return sources;
    }

    private static SourceKind pictureKind(String name) {
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.isVideo() && kindName(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID.at("/constraints", "message.source", "names an unknown source"));
    }

    void mute(String participant, boolean audio, boolean video) {
        run(bridge -> bridge.forceMute(place.conference(), new EndpointId(participant), audio, video));
    }

    /** Lets a tap hear the conference. */
    OpenTap tap(MediaTap tap) {
        return call(bridge -> bridge.tap(place.conference(), tap));
    }

    /** Refuses where no tap can be: one that hears nothing is opened, and closed again. */
    void requireTap() {
        tap(new MediaTap() {
                    @Override
                    public int wantedHeight() {
                        return 0;
                    }
                })
                .close();
    }

    /** Takes a participant out; never fails, for the participant is gone either way. */
    void remove(String participant) {
        quietly(bridge -> bridge.expireEndpoint(place.conference(), new EndpointId(participant)));
    }

    /** Takes out a participant who does not come back, so that another one may have the place; never fails. */
    void free(String participant) {
        remove(participant);
        place.bridge().ifPresent(bridge -> freed.accept(bridge.name()));
    }

    /** Closes the conference; the next offer opens another one. Never fails. */
    void close() {
        Optional<MediaBridge> left = place.bridge();
        place.leave();
        left.ifPresent(bridge -> freed.accept(bridge.name()));
    }

    /** Whether this is the conference in use, not an earlier one. */
    boolean is(String conferenceName) {
        return conference().equals(conferenceName);
    }

    /** The conference in use, or the last one. */
    String conference() {
        return place.conference().value();
    }

    /** Whether there is a conference on a bridge. */
    boolean isOpen() {
        return place.bridge().isPresent();
    }

    /** Whether the conference is on this bridge. */
    boolean isOn(String bridge) {
        return place.bridge().filter(present -> present.name().equals(bridge)).isPresent();
    }

    /** Its bridge is gone: whether the conference goes on over others that it is on, too. */
    boolean goesOn() {
        return place.goesOn();
    }

    /** Whether the conference is on a bridge that is no longer here. */
    boolean isNowhere() {
        return place.isGone();
    }

    /** Whether there is no conference, and this bridge, which works again, may have it. */
    boolean waitsFor(String bridge) {
        place.recovered(bridge);
        return place.bridge().isEmpty();
    }

    private MediaBridge open() throws BridgeException {
        return place.open(Optional.empty(), Listener::new);
    }

    /** Tells the conference something; where there is none, only an offer or a tap opens one. */
    private void run(Run run) {
        MediaBridge bridge = place.bridge().orElseThrow(RoomMedia::unavailable);
        try {
            run.on(bridge);
        } catch (BridgeException e) {
            throw failed(e);
        }
    }

    private <T> T call(Call<T> call) {
        try {
            return call.on(open());
        } catch (BridgeException e) {
            throw failed(e);
        }
    }

    private PatchbayException failed(BridgeException e) {
        if (place.isGone(e)) {
            room.accept(new RoomCommand.ConferenceLost(conference()));
        }
        return problem(e);
    }

    private static PatchbayException unavailable() {
        return Problem.UNAVAILABLE.because("media.unavailable", "The media server does not answer");
    }

    private static PatchbayException problem(BridgeException e) {
        return switch (e.reason()) {
            case CONFLICT -> Problem.CONFLICT.because("media.conflict", "This contradicts what was sent before");
            case UNSUPPORTED ->
                Problem.CONFLICT.because("recording.impossible", "The media server cannot record meetings");
            case FULL -> Problem.LIMITED.because("media.full", "The media server takes no more people");
            default -> unavailable();
        };
    }

    private void quietly(Run run) {
        place.bridge().ifPresent(present -> {
            try {
                run.on(present);
            } catch (BridgeException e) {
                log.debug("Bridge {} on {}: {}", present.name(), conference(), e.getMessage());
            }
        });
    }

    /** Something asked of the bridge. */
    private interface Call<T> {
        T on(MediaBridge bridge) throws BridgeException;
    }

    /** Something told to the bridge. */
    private interface Run {
        void on(MediaBridge bridge) throws BridgeException;
    }

    /** Turns what the bridge says into commands to the room. */
    private final class Listener implements BridgeEvents {

        private final String of;

        Listener(ConferenceId conference) {
            this.of = conference.value();
        }

        @Override
        public void endpointGone(EndpointId endpoint, Departure departure) {
            room.accept(new RoomCommand.Gone(of, endpoint.value(), departure));
        }

        @Override
        public void sourcesMapped(EndpointId receiver, Map<String, SourceId> sourceByMid) {
            Map<String, String> sources = new HashMap<>();
            sourceByMid.forEach((mid, source) -> sources.put(mid, source.value()));
            room.accept(new RoomCommand.Mapped(of, receiver.value(), sources));
        }

        @Override
        public void dominantSpeaker(EndpointId endpoint) {
            room.accept(new RoomCommand.Speaks(of, endpoint.value()));
        }

        @Override
        public void senderConstraints(EndpointId sender, SourceId source, int maxHeight) {
            mapping(source.value())
                    .ifPresent(own -> room.accept(new RoomCommand.Wanted(of, sender.value(), own.source(), maxHeight)));
        }

        @Override
        public void conferenceLost() {
            room.accept(new RoomCommand.ConferenceLost(of));
        }
    }

    /** The participant and kind that a source's id names. */
    static Optional<RoomPost.Mapping> mapping(String source) {
        for (SourceKind kind : SourceKind.values()) {
            String ending = "-" + kind.suffix();
            if (source.endsWith(ending)) {
                String owner = source.substring(0, source.length() - ending.length());
                return Optional.of(new RoomPost.Mapping(owner, kindName(kind)));
            }
        }
        return Optional.empty();
    }

    /** The kind of source that clients call so. */
    static SourceKind sentKind(String name) {
        for (SourceKind kind : SourceKind.values()) {
            if (kindName(kind).equals(name)) {
                return kind;
            }
        }
        throw Problem.INVALID.at("/sources/kind", "mid.unknown", "is nothing that can be sent");
    }

    /** What clients call a kind of source. */
    static String kindName(SourceKind kind) {
        return switch (kind) {
            case AUDIO -> "audio";
            case CAMERA -> "camera";
            case DESKTOP -> "screen";
            case DESKTOP_AUDIO -> "screen-audio";
        };
    }
}
