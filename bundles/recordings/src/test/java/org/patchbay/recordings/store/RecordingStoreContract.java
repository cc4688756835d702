package org.patchbay.recordings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.recordings.LedgerEntry;
import org.patchbay.api.recordings.Recording;
import org.patchbay.api.recordings.RecordingId;
import org.patchbay.api.recordings.RecordingPart;

/** What every store of recordings keeps to. */
interface RecordingStoreContract {

    Instant NOON = Instant.parse("2026-05-04T12:00:00.123456Z");

    RecordingStore store();

    static PortalId portal() {
        return new PortalId(Ids.next());
    }

    static PersonId person() {
        return new PersonId(Ids.next());
    }

    static StoredRecording recording(PersonId owner) {
        return StoredRecording.begun(new RecordingId(Ids.next()), Ids.next(), "Größen", owner, "Ada", NOON);
    }

    static RecordingPart track(int number, PersonId person) {
        return new RecordingPart(
                number,
                RecordingPart.Kind.CAMERA,
                "video/webm",
                Optional.of("Grace"),
                Optional.of(person.value()),
                12,
                3000,
                400);
    }

    static LedgerEntry entry(LedgerEntry.Act act, PersonId person) {
        return new LedgerEntry(
                Ids.next(), NOON, act, Optional.of(person.value()), Optional.of("Grace"), Optional.of(1));
    }

    @Test
    default void keepsWhatIsRecordedForItsPortal() {
        PortalId acme = portal();
        StoredRecording kept = recording(person());
        store().add(acme, kept);

        assertThat(store().find(acme, kept.id())).contains(kept);
        assertThat(store().find(portal(), kept.id())).isEmpty();
        assertThat(store().change(portal(), kept.id(), one -> one.titled("Stolen")))
                .isEmpty();
        assertThat(store().delete(portal(), kept.id())).isFalse();
        assertThat(store().find(acme, kept.id())).contains(kept);
    }

    @Test
    default void changesEverythingThatCanChange() {
        PortalId acme = portal();
        StoredRecording kept = recording(person());
        store().add(acme, kept);
        var link = new StoredRecording.Link("c0ffee" + kept.id(), NOON, NOON.plusSeconds(60));

        StoredRecording ended = store().change(
                        acme, kept.id(), one -> one.ended(NOON.plusSeconds(5), Optional.of(Recording.Cut.DISK))
                                .titled("Other")
                                .reserved(7))
                .orElseThrow();
        StoredRecording ready = store().change(acme, kept.id(), one -> one.finished(
                                Recording.State.READY,
                                Optional.of(Recording.Filmless.NO_FFMPEG),
                                List.of(track(1, person()), track(2, person())),
                                800)
                        .linked(Optional.of(link)))
                .orElseThrow();

        assertThat(ended.state()).isEqualTo(Recording.State.PROCESSING);
        assertThat(ready.bytes()).isEqualTo(800);
        assertThat(store().find(acme, kept.id())).contains(ready);
        assertThat(store().byLink(acme, link.hash())).contains(ready);
        assertThat(store().byLink(portal(), link.hash())).isEmpty();
        assertThat(store().change(acme, kept.id(), one -> one.linked(Optional.empty())))
                .isPresent();
        assertThat(store().byLink(acme, link.hash())).isEmpty();
    }

    @Test
    default void listsNewestFirstPageByPage() {
        PortalId acme = portal();
        PersonId ada = person();
        StoredRecording first = recording(ada);
        StoredRecording second = recording(person());
        StoredRecording third = recording(ada);
        List.of(first, second, third).forEach(one -> store().add(acme, one));
        store().add(portal(), recording(ada));
        List<StoredRecording> newestFirst = java.util.stream.Stream.of(first, second, third)
                .sorted(java.util.Comparator.comparing(
                                (StoredRecording one) -> one.id().value())
                        .reversed())
                .toList();

        var page = store().list(acme, Optional.empty(), PageRequest.first(2));
        assertThat(page.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(store().list(acme, Optional.empty(), new PageRequest(2, page.next()))
                        .items())
                .isEqualTo(newestFirst.subList(2, 3));
        assertThat(store().list(acme, Optional.of(ada), PageRequest.first(5)).items())
                .containsExactlyInAnyOrder(first, third);
    }

    @Test
    default void knowsWhatIsUnfinishedAndWhatIsOld() {
        PortalId acme = portal();
        StoredRecording going = recording(person());
        StoredRecording done = recording(person())
                .ended(NOON, Optional.empty())
                .finished(Recording.State.READY, Optional.empty(), List.of(), 0);
        store().add(acme, going);
        store().add(acme, done);

        assertThat(store().unfinished(10_000))
                .contains(new RecordingStore.Located(acme, going))
                .doesNotContain(new RecordingStore.Located(acme, done));
        assertThat(store().before(acme, NOON, 9)).isEmpty();
        assertThat(store().before(acme, NOON.plus(Duration.ofMillis(1)), 9)).containsExactlyInAnyOrder(going, done);
        assertThat(store().before(acme, NOON.plus(Duration.ofMillis(1)), 1)).hasSize(1);
        assertThat(store().before(portal(), NOON.plusSeconds(1), 9)).isEmpty();
    }

    @Test
    default void keepsALedgerThatGoesWithTheRecording() {
        PortalId acme = portal();
        StoredRecording kept = recording(person());
        store().add(acme, kept);
        LedgerEntry agreed = entry(LedgerEntry.Act.AGREED, person());
        store().write(acme, kept.id(), agreed);

        assertThat(store().ledger(acme, kept.id(), PageRequest.first(1)).items())
                .containsExactly(agreed);
        assertThat(store().ledger(portal(), kept.id(), PageRequest.first(1)).items())
                .isEmpty();
        assertThat(store().delete(acme, kept.id())).isTrue();
        assertThat(store().find(acme, kept.id())).isEmpty();
        assertThat(store().ledger(acme, kept.id(), PageRequest.first(1)).items())
                .isEmpty();
    }

    @Test
    default void forgetsAPersonAndErasesAPortal() {
        PortalId acme = portal();
        PersonId grace = person();
        StoredRecording kept = recording(person())
                .finished(Recording.State.READY, Optional.empty(), List.of(track(1, grace), track(2, person())), 0);
        store().add(acme, kept);
        store().write(acme, kept.id(), entry(LedgerEntry.Act.PLAYED, grace));

        store().forget(acme, grace);

        StoredRecording found = store().find(acme, kept.id()).orElseThrow();
        assertThat(found.parts().get(0).name()).isEmpty();
        assertThat(found.parts().get(0).person()).isEmpty();
        assertThat(found.parts().get(1).name()).contains("Grace");
        assertThat(store().ledger(acme, kept.id(), PageRequest.first(1)).items())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.person()).isEmpty();
                    assertThat(entry.name()).isEmpty();
                });
        store().erase(acme);
        assertThat(store().find(acme, kept.id())).isEmpty();
    }

    @Test
    default void keepsThePortalsRule() {
        PortalId acme = portal();
        assertThat(store().keepDays(acme)).isEmpty();
        store().keepDays(acme, Optional.of(30));
        store().keepDays(acme, Optional.of(31));

        assertThat(store().keepDays(acme)).contains(31);
        assertThat(store().withKeepDays()).contains(acme);
        store().keepDays(acme, Optional.empty());
        assertThat(store().withKeepDays()).doesNotContain(acme);
    }
}
