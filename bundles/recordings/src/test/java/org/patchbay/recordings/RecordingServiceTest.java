package org.patchbay.recordings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingContent;
import org.patchbay.api.recordings.RecordingPart;
import org.patchbay.api.recordings.Recordings.Fetch;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.testing.identity.Callers;

class RecordingServiceTest {

    private static final Fetch PLAY = new Fetch(false, true);
    private static final Fetch MORE = new Fetch(false, false);
    private static final Fetch DOWNLOAD = new Fetch(true, true);

    private World world;

    @BeforeEach
    void open(@TempDir Path folder) {
        world = new World(folder);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static void refuses(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                .isEqualTo(code));
    }

    private static String text(RecordingContent content) {
        try {
            var out = new ByteArrayOutputStream();
            content.write(0, content.size(), out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isSeenByItsOwnerAndByWhoManagesThePortal() {
        Recording film = world.ready("film");

        assertThat(world.recordings
                        .list(world.acme, false, PageRequest.first(9), world.user)
                        .items())
                .containsExactly(film);
        assertThat(world.recordings
                        .list(world.acme, false, PageRequest.first(9), world.other)
                        .items())
                .isEmpty();
        assertThat(world.recordings
                        .list(world.acme, true, PageRequest.first(9), world.administrator)
                        .items())
                .containsExactly(film);
        refuses("forbidden", () -> world.recordings.list(world.acme, true, PageRequest.first(9), world.other));
        assertThat(world.recordings.find(world.acme, film.id(), world.administrator))
                .contains(film);
        for (Caller stranger : new Caller[] {world.other, world.stranger, Callers.nobody(world.acme)}) {
            assertThat(world.recordings.find(world.acme, film.id(), stranger)).isEmpty();
            refuses("recording.unknown", () -> world.recordings.open(world.acme, film.id(), 1, PLAY, stranger));
            refuses("recording.unknown", () -> world.recordings.delete(world.acme, film.id(), stranger));
        }
        assertThat(world.recordings.find(world.bolt, film.id(), world.stranger)).isEmpty();
    }

    @Test
    void whoPlaysAndDownloadsIsInTheLedgerOnceInAWhile() {
        Recording film = world.ready("film");

        assertThat(text(world.recordings.open(world.acme, film.id(), 1, PLAY, world.user)))
                .isEqualTo("film");
        world.recordings.open(world.acme, film.id(), 1, PLAY, world.user);
        world.recordings.open(world.acme, film.id(), 1, MORE, world.administrator);
        world.recordings.open(world.acme, film.id(), 2, DOWNLOAD, world.administrator);

        assertThat(world.recordings
                        .ledger(world.acme, film.id(), PageRequest.first(9), world.user)
                        .items())
                .extracting(LedgerEntry::act, LedgerEntry::name, LedgerEntry::part)
                .containsExactlyInAnyOrder(
                        tuple(LedgerEntry.Act.DOWNLOADED, Optional.of(world.administrator.name()), Optional.of(2)),
                        tuple(LedgerEntry.Act.PLAYED, Optional.of(world.user.name()), Optional.of(1)));
        assertThat(world.events.published(RecordingEvents.PLAYED)).hasSize(1);
        assertThat(world.events.published(RecordingEvents.DOWNLOADED)).hasSize(1);
        refuses("recording.no-part", () -> world.recordings.open(world.acme, film.id(), 3, PLAY, world.user));
    }

    @Test
    @Tag("S0.25")
    void aLinkNeedsNoSignInWhereThePortalAllowsThat() {
        world.feature(Feature.PUBLIC_DOWNLOAD, true);
        Recording film = world.ready("film");
        var nobody = Callers.nobody(world.acme);
        String token = world.recordings
                .share(world.acme, film.id(), 7, world.user)
                .token()
                .orElseThrow();

        assertThat(world.recordings.shared(world.acme, token, nobody).parts())
                .extracting(RecordingPart::kind)
                .containsExactly(RecordingPart.Kind.FILM);
        assertThat(text(world.recordings.openShared(world.acme, token, 1, DOWNLOAD, nobody)))
                .isEqualTo("film");
        refuses("recording.no-part", () -> world.recordings.openShared(world.acme, token, 2, PLAY, nobody));
        refuses("recording.link-ended", () -> world.recordings.shared(world.bolt, token, nobody));
        assertThat(world.recordings
                        .ledger(world.acme, film.id(), PageRequest.first(9), world.user)
                        .items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo(LedgerEntry.Act.DOWNLOADED_BY_LINK);
                    assertThat(entry.name()).isEmpty();
                });
        assertThat(world.store
                        .find(world.acme, film.id())
                        .orElseThrow()
                        .link()
                        .orElseThrow()
                        .hash())
                .isNotEqualTo(token);

        world.clock.pass(Duration.ofDays(7));
        refuses("recording.link-ended", () -> world.recordings.shared(world.acme, token, nobody));
    }

    @Test
    @Tag("S0.25")
    void aLinkIsTheOwnersAloneWhereThePortalDoesNot() {
        world.feature(Feature.PUBLIC_DOWNLOAD, false);
        Recording film = world.ready("film");
        String token = world.recordings
                .share(world.acme, film.id(), 7, world.user)
                .token()
                .orElseThrow();

        refuses("recording.link-private", () -> world.recordings.shared(world.acme, token, Callers.nobody(world.acme)));
        refuses(
                "recording.link-private",
                () -> world.recordings.openShared(world.acme, token, 1, PLAY, world.administrator));
        assertThat(text(world.recordings.openShared(world.acme, token, 1, PLAY, world.user)))
                .isEqualTo("film");
    }

    @Test
    void aLinkIsTakenBackAndReplaced() {
        world.feature(Feature.PUBLIC_DOWNLOAD, true);
        Recording film = world.ready("film");
        var nobody = Callers.nobody(world.acme);
        String first = world.recordings
                .share(world.acme, film.id(), 1, world.user)
                .token()
                .orElseThrow();
        String second = world.recordings
                .share(world.acme, film.id(), 365, world.user)
                .token()
                .orElseThrow();

        refuses("recording.link-ended", () -> world.recordings.shared(world.acme, first, nobody));
        assertThat(world.recordings.shared(world.acme, second, nobody).title()).isEqualTo("Monday");
        world.recordings.unshare(world.acme, film.id(), world.administrator);
        world.recordings.unshare(world.acme, film.id(), world.administrator);
        refuses("recording.link-ended", () -> world.recordings.shared(world.acme, second, nobody));
        refuses("recording.days", () -> world.recordings.share(world.acme, film.id(), 366, world.user));
        refuses("recording.days", () -> world.recordings.share(world.acme, film.id(), 0, world.user));
        assertThat(world.audit.actions(world.acme))
                .containsExactly("recording.shared", "recording.shared", "recording.unshared");
    }

    @Test
    @Tag("S1.08")
    void deletingGivesTheStorageBack() {
        Recording film = world.ready("film");
        assertThat(world.quotas.taken(world.user.person())).isEqualTo(7);

        world.recordings.delete(world.acme, film.id(), world.user);

        assertThat(world.quotas.taken(world.user.person())).isZero();
        assertThat(world.recordings.find(world.acme, film.id(), world.user)).isEmpty();
        Awaitility.await().untilAsserted(() -> {
            try (var left = Files.walk(world.folder.resolve("kept"))) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        });
        assertThat(world.audit.actions(world.acme)).containsExactly("recording.deleted");
        assertThat(world.events.published(RecordingEvents.DELETED)).hasSize(1);
    }

    @Test
    void isRenamedWithItsAuditEntry() {
        Recording film = world.ready("film");

        assertThat(world.recordings
                        .rename(world.acme, film.id(), " Tuesday ", world.user)
                        .title())
                .isEqualTo("Tuesday");
        refuses("name.length", () -> world.recordings.rename(world.acme, film.id(), " ", world.user));
        assertThat(world.audit.drafts(world.acme)).singleElement().satisfies(draft -> {
            assertThat(draft.before()).containsEntry("title", "Monday");
            assertThat(draft.after()).containsEntry("title", "Tuesday");
        });
    }

    @Test
    void oldOnesAreDeletedByThePortalsRule() {
        Recording film = world.ready("film");
        refuses("recording.keep-days", () -> world.rules.change(world.acme, Optional.of(0), world.administrator));
        world.rules.change(world.acme, Optional.of(30), world.administrator);

        assertThat(world.recordings
                        .find(world.acme, film.id(), world.user)
                        .orElseThrow()
                        .deletion())
                .contains(world.clock.instant().plus(Duration.ofDays(30)));
        world.clock.pass(Duration.ofDays(29));
        world.rules.deleteOld();
        assertThat(world.recordings.find(world.acme, film.id(), world.user)).isPresent();
        world.clock.pass(Duration.ofDays(2));
        world.rules.deleteOld();
        assertThat(world.recordings.find(world.acme, film.id(), world.user)).isEmpty();
        assertThat(world.audit.actions(world.acme)).containsExactly("recording-rules.updated", "recording.deleted");
    }

    @Test
    void goesWithItsOwner() {
        Recording film = world.ready("film");
        var data = new RecordingData(world.store, world.deletions);
        data.erase(world.acme, world.other.person());
        assertThat(world.recordings.find(world.acme, film.id(), world.user)).isPresent();
        data.erase(world.acme, world.user.person());
        assertThat(world.recordings.find(world.acme, film.id(), world.administrator))
                .isEmpty();
    }
}
