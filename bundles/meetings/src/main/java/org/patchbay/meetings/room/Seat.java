package org.patchbay.meetings.room;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.meetings.Participant;
import org.patchbay.meetings.store.Quality;

/** Somebody in the room: who they are, what they do, and how often their media had to be set up. Confined to the room. */
final class Seat {

    private static final int MAX_OFFERS = 6;

    /** Browsers report every half minute; what comes faster is not counted. */
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(15);

    private final RoomCommand.Join join;
    private final Pace pace = new Pace(10, Duration.ofSeconds(1));
    private final Pace hostPace = new Pace(40, Duration.ofMillis(200));
    private Participant participant;
    private List<RoomCommand.SentTrack> sent = List.of();
    private Optional<RoomAction.Share> share = Optional.empty();
    private Optional<Instant> hand = Optional.empty();
    private boolean shareAllowed;
    private String hall = "";
    private int offers;
    private Quality quality = Quality.NONE;
    private Optional<Instant> measured = Optional.empty();

    Seat(RoomCommand.Join join, Participant participant) {
        this.join = join;
        this.participant = participant;
    }

    /** The guest's visit; empty for a person. */
    Optional<String> guest() {
        return join.guest();
    }

    /** Who sits here, a person or a guest. */
    String holder() {
        return join.holder();
    }

    /** Where media servers are near. */
    Optional<String> region() {
        return join.region();
    }

    /** How they came in. */
    RoomCommand.Join join() {
        return join;
    }

    Participant participant() {
        return participant;
    }

    String id() {
        return participant.id();
    }

    /** Counts an offer; answers false when there were too many for a working connection. */
    boolean mayBeOffered() {
        sent = List.of();
        return ++offers <= MAX_OFFERS;
    }

    /** The connection works: failures start counting anew. */
    void answered() {
        offers = 1;
    }

    /** Counts something said or shown; false when it was too much. */
    boolean mayAct(Instant now) {
        return pace.pass(now);
    }

    /** Counts something done as a host, who has many hands; false when it was too much all the same. */
    boolean mayHost(Instant now) {
        return hostPace.pass(now);
    }

    /** How the connection is, with one report more; empty if the last one was just before. */
    Optional<Quality> measures(Quality.Sample sample, Instant now) {
        if (measured.filter(last -> now.isBefore(last.plus(BETWEEN_REPORTS))).isPresent()) {
            return Optional.empty();
        }
        measured = Optional.of(now);
        quality = quality.with(sample);
        return Optional.of(quality);
    }

    /** What the browser says it sends. */
    void sends(List<RoomCommand.SentTrack> tracks) {
        sent = tracks;
    }

    /**
     * What of it the bridge may forward. Muting at the bridge would stop a shared screen along with the camera, and its
     * sound along with the voice: while somebody shares, what is muted is left out here instead.
     */
    List<RoomCommand.SentTrack> forwarded() {
        return sent.stream()
                .filter(track -> switch (RoomMedia.sentKind(track.kind())) {
                    case AUDIO -> share.isEmpty() || !participant.audioMuted();
                    case CAMERA -> share.isEmpty() || !participant.videoMuted();
                    case DESKTOP -> share.isPresent();
                    case DESKTOP_AUDIO -> share.filter(RoomAction.Share::sound).isPresent();
                })
                .toList();
    }

    boolean audioForced() {
        return participant.audioMuted() && share.isEmpty();
    }

    boolean videoForced() {
        return participant.videoMuted() && share.isEmpty();
    }

    boolean shares() {
        return share.isPresent();
    }

    void share(Optional<RoomAction.Share> begun) {
        share = begun;
    }

    boolean shareAllowed() {
        return shareAllowed;
    }

    void allowShare(boolean on) {
        shareAllowed = on;
    }

    Optional<Instant> hand() {
        return hand;
    }

    void raise(Optional<Instant> at) {
        hand = at;
    }

    /** The breakout room; an empty text is the main one. */
    String hall() {
        return hall;
    }

    void moveTo(String newHall) {
        hall = newHall;
    }

    void muted(boolean audio, boolean video) {
        participant = with(participant.name(), participant.host(), audio, video);
    }

    void named(String name) {
        participant = with(name, participant.host(), participant.audioMuted(), participant.videoMuted());
    }

    void host(boolean on) {
        participant = with(participant.name(), on, participant.audioMuted(), participant.videoMuted());
    }

    private Participant with(String name, boolean host, boolean audioMuted, boolean videoMuted) {
        return new Participant(
                participant.id(),
                name,
                participant.person(),
                participant.picture(),
                host,
                audioMuted,
                videoMuted,
                participant.joined(),
                participant.phone());
    }
}
