package org.patchbay.recordings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Names;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingContent;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingLink;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.recordings.Recordings;
import org.patchbay.api.recordings.SharedRecording;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.recordings.store.RecordingStore;
import org.patchbay.recordings.store.StoredRecording;

/** The component behind {@link Recordings}. */
@Component
public final class RecordingService implements Recordings {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final int TOKEN_LIMIT = 64;
    private static final int TITLE_LIMIT = 200;
    private static final int MOST_DAYS = 365;

    /** One who plays, pauses and plays on is in the ledger once. */
    private static final Duration SAME_USE = Duration.ofMinutes(30);

    private final RecordingStore store;
    private final Chronicle chronicle;
    private final RecordingFiles files;
    private final Holds holds;
    private final Access access;
    private final Portals portals;
    private final ClusterMap uses;

    @Activate
    public RecordingService(
            @Reference RecordingStore store,
            @Reference Chronicle chronicle,
            @Reference RecordingFiles files,
            @Reference Holds holds,
            @Reference Access access,
            @Reference Portals portals,
            @Reference Cluster cluster) {
        this.store = store;
        this.chronicle = chronicle;
        this.files = files;
        this.holds = holds;
        this.access = access;
        this.portals = portals;
        this.uses = cluster.map("recording-uses", SAME_USE);
    }

    @Override
    public Page<Recording> list(PortalId portal, boolean everybodys, PageRequest page, Caller by) {
        if (everybodys) {
            access.require(by, portal, Right.MANAGE_PORTAL);
        }
        var owner = everybodys ? Optional.<PersonId>empty() : by.personId();
        if (!everybodys && (owner.isEmpty() || !by.portal().equals(portal))) {
            return Page.of(List.of());
        }
        Page<StoredRecording> found = store.list(portal, owner, page);
        Optional<Integer> days = store.keepDays(portal);
        return new Page<>(found.items().stream().map(one -> view(one, days)).toList(), found.next(), found.total());
    }

    @Override
    public Optional<Recording> find(PortalId portal, RecordingId id, Caller by) {
        return seen(portal, id, by).map(one -> view(one, store.keepDays(portal)));
    }

    @Override
    public Recording rename(PortalId portal, RecordingId id, String title, Caller by) {
        String checked = Names.check("/title", title, TITLE_LIMIT);
        StoredRecording before = need(portal, id, by);
        return view(
                chronicle.changed(
                        portal,
                        before,
                        present -> present.titled(checked),
                        RecordingEvents.UPDATED,
                        Chronicle.audited("updated", before, Map.of("title", before.title()), Map.of("title", checked)),
                        by),
                store.keepDays(portal));
    }

    @Override
    public void delete(PortalId portal, RecordingId id, Caller by) {
        StoredRecording recording = need(portal, id, by);
        if (recording.state() == Recording.State.RECORDING && !isAway(recording)) {
            throw Problem.CONFLICT.because("recording.going-on", "End the recording first");
        }
        chronicle.deleted(portal, recording, Optional.of(by));
    }

    @Override
    public Page<LedgerEntry> ledger(PortalId portal, RecordingId id, PageRequest page, Caller by) {
        need(portal, id, by);
        return store.ledger(portal, id, page);
    }

    @Override
    public RecordingLink share(PortalId portal, RecordingId id, int days, Caller by) {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.INVALID.at("/days", "recording.days", "must be 1 to " + MOST_DAYS);
        }
        StoredRecording before = need(portal, id, by);
        if (before.state() != Recording.State.READY) {
            throw Problem.CONFLICT.because("recording.not-ready", "There is nothing to be played yet");
        }
        byte[] bits = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var created = chronicle.now();
        var link = new StoredRecording.Link(hash(token), created, created.plus(Duration.ofDays(days)));
        chronicle.changed(
                portal,
                before,
                present -> present.linked(Optional.of(link)),
                RecordingEvents.SHARED,
                Chronicle.audited("shared", before, linkFields(before.link()), linkFields(Optional.of(link))),
                by);
        return new RecordingLink(link.created(), link.expires(), Optional.of(token));
    }

    private static Map<String, String> linkFields(Optional<StoredRecording.Link> link) {
        return link.map(one -> Map.of("expires", one.expires().toString())).orElse(Map.of());
    }

    @Override
    public void unshare(PortalId portal, RecordingId id, Caller by) {
        StoredRecording before = need(portal, id, by);
        if (before.link().isEmpty()) {
            return;
        }
        chronicle.changed(
                portal,
                before,
                present -> present.linked(Optional.empty()),
                RecordingEvents.UNSHARED,
                Chronicle.audited("unshared", before, linkFields(before.link()), Map.of()),
                by);
    }

    @Override
    public RecordingContent open(PortalId portal, RecordingId id, int part, Fetch fetch, Caller by) {
        StoredRecording recording = need(portal, id, by);
        return open(portal, recording, part(recording, part), fetch, false, by);
    }

    @Override
    public SharedRecording shared(PortalId portal, String token, Caller by) {
        StoredRecording recording = linked(portal, token, by);
        return new SharedRecording(
                recording.title(),
                recording.started(),
                recording.link().orElseThrow(RecordingService::unknown).expires(),
                shown(recording));
    }

    @Override
    public RecordingContent openShared(PortalId portal, String token, int part, Fetch fetch, Caller by) {
        StoredRecording recording = linked(portal, token, by);
        RecordingPart wanted = part(recording, part);
        if (!shown(recording).contains(wanted)) {
            throw noPart();
        }
        return open(portal, recording, wanted, fetch, !owns(recording, portal, by), by);
    }

    private RecordingContent open(
            PortalId portal, StoredRecording recording, RecordingPart part, Fetch fetch, boolean byLink, Caller by) {
        if (fetch.begins() && part.kind() != RecordingPart.Kind.THUMBNAIL) {
            String who = byLink
                    ? by.address()
                    : by.personId().map(person -> person.value()).orElse("");
            String use = recording.id() + "/" + part.number() + "/" + fetch.download() + "/" + byLink + "/" + who;
            if (uses.putIfAbsent(use, new byte[0])) {
                chronicle.used(portal, recording, part.number(), fetch.download(), byLink, by);
            }
        }
        return files.content(portal, recording, part);
    }

    /** The film with its picture or, without one, the sound. */
    private static List<RecordingPart> shown(StoredRecording recording) {
        boolean film = recording.parts().stream().anyMatch(part -> part.kind() == RecordingPart.Kind.FILM);
        return recording.parts().stream()
                .filter(part -> switch (part.kind()) {
                    case FILM, THUMBNAIL -> true;
                    case SOUND -> !film;
                    default -> false;
                })
                .toList();
    }

    private StoredRecording linked(PortalId portal, String token, Caller by) {
        portals.requireOpen(portal, chronicle.now());
        StoredRecording recording = Optional.of(token)
                .filter(text -> text.length() <= TOKEN_LIMIT)
                .flatMap(text -> store.byLink(portal, hash(text)))
                .filter(one -> one.link()
                        .filter(link -> link.expires().isAfter(chronicle.now()))
                        .isPresent())
                .orElseThrow(() -> Problem.NOT_FOUND.because(
                        "recording.link-ended", "This link leads to no recording; it may have ended"));
        boolean open = portals.find(portal)
                .filter(one -> one.has(Feature.PUBLIC_DOWNLOAD))
                .isPresent();
        if (!open && !owns(recording, portal, by)) {
            throw Problem.FORBIDDEN.because(
                    "recording.link-private", "This link works for whoever made the recording alone, signed in");
        }
        return recording;
    }

    private static RecordingPart part(StoredRecording recording, int number) {
        return recording.parts().stream()
                .filter(part -> part.number() == number)
                .findFirst()
                .orElseThrow(RecordingService::noPart);
    }

    private static PatchbayException noPart() {
        return Problem.NOT_FOUND.because("recording.no-part", "The recording has no such file");
    }

    private StoredRecording need(PortalId portal, RecordingId id, Caller by) {
        return seen(portal, id, by).orElseThrow(RecordingService::unknown);
    }

    private Optional<StoredRecording> seen(PortalId portal, RecordingId id, Caller by) {
        return store.find(portal, id)
                .filter(one ->
                        owns(one, portal, by) || access.rights(by, portal).contains(Right.MANAGE_PORTAL));
    }

    private static boolean owns(StoredRecording recording, PortalId portal, Caller by) {
        return by.portal().equals(portal)
                && by.personId().filter(recording.owner()::equals).isPresent();
    }

    static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("recording.unknown", "There is no such recording");
    }

    private Recording view(StoredRecording one, Optional<Integer> days) {
        return new Recording(
                one.id(),
                one.meeting(),
                one.title(),
                one.owner().value(),
                one.ownerName(),
                one.started(),
                one.ended(),
                one.state(),
                isAway(one),
                one.cut(),
                one.filmless(),
                Math.max(one.bytes(), one.reserved()),
                one.parts(),
                one.link().map(link -> new RecordingLink(link.created(), link.expires(), Optional.empty())),
                days.flatMap(number -> one.ended().map(end -> end.plus(Duration.ofDays(number)))));
    }

    /** Who records holds it; a server that is gone holds nothing. */
    private boolean isAway(StoredRecording recording) {
        return recording.state() == Recording.State.RECORDING && !holds.isHeld(recording.id());
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
