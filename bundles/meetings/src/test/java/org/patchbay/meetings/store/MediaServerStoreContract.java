package org.patchbay.meetings.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.meetings.server.ServerChoice;
import org.patchbay.meetings.server.ServerNote;

/** What every store of media servers does. */
interface MediaServerStoreContract {

    Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    MediaServerStore store();

    @Test
    default void keepsWhatIsKnownOfAServerAndSaysWhetherItIsNew() {
        MediaServerStore store = store();
        String server = "server-" + Ids.next();
        var known = new ServerNote(server, true, true, Optional.of(NOW), Optional.of(NOW.plusSeconds(1)));

        assertThat(store.change(server, note -> note)).isFalse();
        assertThat(store.notes()).noneMatch(note -> note.server().equals(server));
        assertThat(store.change(server, note -> {
                    assertThat(note).isEqualTo(ServerNote.blank(server));
                    return known;
                }))
                .isTrue();
        assertThat(store.change(server, note -> known)).isFalse();
        assertThat(store.notes()).contains(known);
        assertThat(store.change(server, note -> ServerNote.blank(server))).isTrue();
        assertThat(store.notes()).contains(ServerNote.blank(server));
    }

    @Test
    default void keepsWhatEachPortalChose() {
        MediaServerStore store = store();
        var acme = new PortalId(Ids.next());
        var other = new PortalId(Ids.next());
        var pinned = new ServerChoice(Optional.of("frankfurt-1"), ServerChoice.WhenDown.REFUSE);

        assertThat(store.choice(acme)).isEmpty();
        store.choose(acme, pinned);
        store.choose(other, ServerChoice.none());
        assertThat(store.choice(acme)).contains(pinned);
        assertThat(store.choice(other)).contains(ServerChoice.none());
        store.choose(acme, ServerChoice.none());
        assertThat(store.choice(acme)).contains(ServerChoice.none());

        store.forget(acme);
        assertThat(store.choice(acme)).isEmpty();
        assertThat(store.choice(other)).contains(ServerChoice.none());
    }
}
