package org.patchbay.tenancy.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.ScreenSharing;

/** What every store of portals does. */
interface PortalStoreContract {

    PortalStore store();

    private static Portal portal(String name, String host) {
        return portal(new PortalId(Ids.next()), name, host, 1);
    }

    private static Portal portal(PortalId id, String name, String host, long version) {
        var draft = new PortalDraft(
                name,
                host,
                "de",
                "Europe/Berlin",
                "#102030",
                false,
                Optional.of(LocalDate.of(2030, 12, 31)),
                Optional.of(25),
                Set.of("low", "high"),
                Set.of(Feature.PUBLIC_DOWNLOAD, Feature.RECORDING),
                Optional.of("Help desk, +49 30 123"),
                Optional.of(250),
                new MeetingDefaults("high", "low", Optional.of(Lobby.GUESTS), Optional.of(ScreenSharing.MEMBERS)));
        return Portal.of(id, draft, Optional.of("abc"), Instant.parse("2026-01-02T03:04:05.678901Z"), version);
    }

    @Test
    default void findsWhatItKeeps() {
        Portal acme = portal("Acme", "acme.localhost");
        Portal bolt = portal("Bolt", "bolt.localhost");
        store().insert(acme);
        store().insert(bolt);

        assertThat(store().find(acme.id())).contains(acme);
        assertThat(store().findByHost("bolt.localhost")).contains(bolt);
        assertThat(store().all()).containsExactlyInAnyOrder(acme, bolt);
        assertThat(store().find(new PortalId(Ids.next()))).isEmpty();
        assertThat(store().findByHost("other.localhost")).isEmpty();
    }

    @Test
    default void keepsThatNothingIsLimited() {
        var draft = new PortalDraft("Acme", "acme.localhost", "en", "UTC", "#000000");
        Portal acme = Portal.of(new PortalId(Ids.next()), draft, Optional.empty(), Instant.EPOCH, 1);
        store().insert(acme);

        assertThat(store().find(acme.id())).contains(acme);
    }

    @Test
    default void refusesAHostTwice() {
        store().insert(portal("Acme", "acme.localhost"));

        assertThatThrownBy(() -> store().insert(portal("Other", "acme.localhost")))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
    }

    @Test
    default void changesOnlyThePresentVersion() {
        Portal acme = portal("Acme", "acme.localhost");
        Portal bolt = portal("Bolt", "bolt.localhost");
        store().insert(acme);
        store().insert(bolt);
        Portal changed = portal(acme.id(), "Acme & Sons", "sons.localhost", 2);

        assertThat(store().update(changed)).isTrue();
        assertThat(store().update(changed)).isFalse();
        assertThat(store().update(portal("Nobody", "nobody.localhost"))).isFalse();
        assertThat(store().find(acme.id())).contains(changed);
        assertThat(store().find(bolt.id())).contains(bolt);
    }

    @Test
    default void deletesOne() {
        Portal acme = portal("Acme", "acme.localhost");
        Portal bolt = portal("Bolt", "bolt.localhost");
        store().insert(acme);
        store().insert(bolt);

        assertThat(store().delete(acme.id())).isTrue();
        assertThat(store().delete(acme.id())).isFalse();
        assertThat(store().all()).containsExactly(bolt);
    }

    @Test
    default void listsByNameAcrossPages() {
        store().insert(portal(PortalId.ROOT, "Patchbay", "localhost", 1));
        for (String name : List.of("beta", "Alpha", "delta", "Gamma", "alpha")) {
            store().insert(portal(name, name.toLowerCase(java.util.Locale.ROOT) + Ids.next() + ".localhost"));
        }

        List<String> names = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<Portal> page = store().list(Optional.empty(), new PageRequest(2, after));
            assertThat(page.total()).hasValue(5);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(portal -> names.add(portal.name()));
            after = page.next();
        } while (after.isPresent());

        assertThat(names).containsExactlyInAnyOrder("Alpha", "alpha", "beta", "delta", "Gamma");
        assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    }

    @Test
    default void looksForTextInNameAndHost() {
        store().insert(portal("50% off_shop", "one.example"));
        store().insert(portal("Fifty", "two.OFF.example".toLowerCase(java.util.Locale.ROOT)));
        store().insert(portal("Other", "three.example"));

        assertThat(names("OFF")).containsExactly("50% off_shop", "Fifty");
        assertThat(names("50%")).containsExactly("50% off_shop");
        assertThat(names("f_s")).containsExactly("50% off_shop");
        assertThat(names("5_")).isEmpty();
        assertThat(names("!")).isEmpty();
    }

    private List<String> names(String text) {
        return store().list(Optional.of(text), PageRequest.first(10)).items().stream()
                .map(Portal::name)
                .toList();
    }

    @Test
    default void refusesABrokenCursor() {
        for (String cursor : List.of("", "%%%", "bm90aGluZw", "x".repeat(5000))) {
            assertThatThrownBy(() -> store().list(Optional.empty(), new PageRequest(2, Optional.of(cursor))))
                    .isInstanceOfSatisfying(
                            PatchbayException.class,
                            e -> assertThat(e.errors().get(0).pointer()).isEqualTo("after"));
        }
    }
}
