package org.patchbay.recordings.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

/**
 * A recording as it is stored. Immutable.
 *
 * @param reserved the bytes of the owner's storage that are taken for it
 */
public record StoredRecording(
        RecordingId id,
        String meeting,
        String title,
        PersonId owner,
        String ownerName,
        Instant started,
        Optional<Instant> ended,
        Recording.State state,
        Optional<Recording.Cut> cut,
        Optional<Recording.Filmless> filmless,
        long reserved,
        Optional<Link> link,
        List<RecordingPart> parts) {

    public StoredRecording {
        parts = List.copyOf(parts);
    }

    /** A link; the token itself is not kept. */
    public record Link(String hash, Instant created, Instant expires) {}

    /** One that begins. */
    public static StoredRecording begun(
            RecordingId id, String meeting, String title, PersonId owner, String ownerName, Instant started) {
        return new StoredRecording(
                id,
                meeting,
                title,
                owner,
                ownerName,
                started,
                Optional.empty(),
                Recording.State.RECORDING,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                List.of());
    }

    /** The same with another title. */
    public StoredRecording titled(String other) {
        return new StoredRecording(
                id, meeting, other, owner, ownerName, started, ended, state, cut, filmless, reserved, link, parts);
    }

    /** The same with so much storage taken. */
    public StoredRecording reserved(long bytes) {
        return new StoredRecording(
                id, meeting, title, owner, ownerName, started, ended, state, cut, filmless, bytes, link, parts);
    }

    /** The same with a link, or with none. */
    public StoredRecording linked(Optional<Link> other) {
        return new StoredRecording(
                id, meeting, title, owner, ownerName, started, ended, state, cut, filmless, reserved, other, parts);
    }

    /** Nothing more is recorded. */
    public StoredRecording ended(Instant at, Optional<Recording.Cut> why) {
        return new StoredRecording(
                id,
                meeting,
                title,
                owner,
                ownerName,
                started,
                Optional.of(at),
                Recording.State.PROCESSING,
                why,
                filmless,
                reserved,
                link,
                parts);
    }

    /** What was recorded has been put together, or could not be. */
    public StoredRecording finished(
            Recording.State how, Optional<Recording.Filmless> why, List<RecordingPart> files, long bytes) {
        return new StoredRecording(
                id, meeting, title, owner, ownerName, started, ended, how, cut, why, bytes, link, files);
    }

    /** What its files take. */
    public long bytes() {
        return parts.stream().mapToLong(RecordingPart::bytes).sum();
    }
}
