package org.patchbay.voicemail.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Dictation;

/** What every store of dictations does. */
@Tag("S4.19")
interface DictationStoreContract {

    Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    DictationStore store();

    private static Dictation dictation(String extension, Instant at) {
        return new Dictation(Ids.next(), extension, "", "100", at, 4200, 33_658);
    }

    private static PortalId portal() {
        return new PortalId(Ids.next());
    }

    @Test
    default void listsThemNewestFirst() {
        PortalId portal = portal();
        List<Dictation> all = List.of(dictation("one", NOON), dictation("one", NOON), dictation("one", NOON));
        List<Dictation> sorted = all.stream()
                .sorted(Comparator.comparing(Dictation::id).reversed())
                .toList();
        all.forEach(one -> store().add(portal, one));
        store().add(portal, dictation("two", NOON));
        store().add(portal(), dictation("one", NOON));
        var page = store().list(portal, "one", PageRequest.first(2));
        assertThat(page.items()).isEqualTo(sorted.subList(0, 2));
        assertThat(store().list(portal, "one", new PageRequest(2, page.next())).items())
                .isEqualTo(sorted.subList(2, 3));
        assertThat(store().count(portal, "one")).isEqualTo(3);
        assertThat(store().bytes(portal)).isEqualTo(4 * 33_658);
        assertThat(store().bytes(portal())).isZero();
    }

    @Test
    @Tag("S4.20")
    default void renamesAndDeletes() {
        PortalId portal = portal();
        Dictation one = dictation("ext", NOON);
        store().add(portal, one);
        assertThat(store().rename(portal(), "ext", one.id(), "Letter")).isFalse();
        assertThat(store().rename(portal, "other", one.id(), "Letter")).isFalse();
        assertThat(store().rename(portal, "ext", one.id(), "Letter to Grace")).isTrue();
        assertThat(store().find(portal, "ext", one.id())).contains(one.named("Letter to Grace"));
        assertThat(store().find(portal(), "ext", one.id())).isEmpty();
        assertThat(store().delete(portal(), "ext", one.id())).isFalse();
        assertThat(store().delete(portal, "ext", one.id())).isTrue();
        assertThat(store().delete(portal, "ext", one.id())).isFalse();
    }

    @Test
    default void findsOldOnesAndErases() {
        PortalId portal = portal();
        Dictation old = dictation("one", NOON.minus(10, ChronoUnit.DAYS));
        store().add(portal, old);
        store().add(portal, dictation("one", NOON));
        store().add(portal, dictation("two", NOON));
        assertThat(store().before(portal, NOON.minus(1, ChronoUnit.DAYS), 10)).containsExactly(old);
        assertThat(store().before(portal(), NOON, 10)).isEmpty();
        store().erase(portal, "one");
        assertThat(store().count(portal, "one")).isZero();
        assertThat(store().count(portal, "two")).isEqualTo(1);
        store().erase(portal);
        assertThat(store().bytes(portal)).isZero();
    }
}
