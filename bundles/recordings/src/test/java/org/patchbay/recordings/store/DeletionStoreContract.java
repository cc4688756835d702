package org.patchbay.recordings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.recordings.store.RecordingStoreContract.NOON;
import static org.patchbay.recordings.store.RecordingStoreContract.person;
import static org.patchbay.recordings.store.RecordingStoreContract.portal;
import static org.patchbay.recordings.store.RecordingStoreContract.recording;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.recordings.RecordingId;

/** What every store of deletions keeps to. */
interface DeletionStoreContract {

    DeletionStore store();

    RecordingStore recordings();

    private List<Deletion> due(PortalId portal, long seconds) {
        return store().due(NOON.plusSeconds(seconds), 10_000).stream()
                .filter(one -> one.portal().equals(portal))
                .toList();
    }

    @Test
    default void aFileIsDueUntilItIsGone() {
        PortalId acme = portal();
        var id = new RecordingId(Ids.next());
        store().add(acme, id, List.of("1.webm", "2.jpg"), NOON);

        assertThat(due(acme, -1)).isEmpty();
        assertThat(due(acme, 0))
                .containsExactlyInAnyOrder(new Deletion(acme, id, "1.webm", 0), new Deletion(acme, id, "2.jpg", 0));
        store().remove(portal(), id, List.of("1.webm"));
        assertThat(due(acme, 0)).hasSize(2);
        store().remove(acme, id, List.of("1.webm"));
        assertThat(due(acme, 0)).containsExactly(new Deletion(acme, id, "2.jpg", 0));
    }

    @Test
    default void whatFailsIsDueLater() {
        PortalId acme = portal();
        var id = new RecordingId(Ids.next());
        store().add(acme, id, List.of("1.webm", "2.webm"), NOON);
        Deletion first = new Deletion(acme, id, "1.webm", 0);

        store().postpone(first, 1, NOON.plusSeconds(60));

        assertThat(due(acme, 59)).containsExactly(new Deletion(acme, id, "2.webm", 0));
        assertThat(due(acme, 60))
                .as("the longest due first")
                .containsExactly(new Deletion(acme, id, "2.webm", 0), new Deletion(acme, id, "1.webm", 1));
        assertThat(store().due(NOON.plusSeconds(60), 1)).hasSize(1);
        store().add(acme, id, List.of("1.webm"), NOON);
        assertThat(due(acme, 0)).contains(first);
    }

    @Test
    default void aRecordingThatIsThereKeepsItsFiles() {
        PortalId acme = portal();
        StoredRecording kept = recording(person());
        recordings().add(acme, kept);
        store().add(acme, kept.id(), List.of("1.webm"), NOON);

        assertThat(due(acme, 9)).isEmpty();
        recordings().erase(acme);
        assertThat(due(acme, 9)).containsExactly(new Deletion(acme, kept.id(), "1.webm", 0));
    }
}
