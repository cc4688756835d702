package org.patchbay.extensions.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;

/** What every store of things does. */
interface ThingStoreContract {

    PortalId ACME = new PortalId(Ids.next());
    PortalId BOLT = new PortalId(Ids.next());

    ThingStore store();

    private static StoredThing thing(String number) {
        return new StoredThing(
                Ids.next(),
                "extension",
                "n:" + number,
                number,
                number + " 100% sales_desk",
                Optional.of("support"),
                Optional.of("anna"),
                Optional.empty(),
                "{\"number\":\"" + number + "\"}",
                Optional.of("sealed"),
                1);
    }

    private static StoredThing as(StoredThing thing, String number, long version) {
        return new StoredThing(
                thing.id(),
                thing.kind(),
                "n:" + number,
                number,
                number,
                Optional.empty(),
                Optional.empty(),
                Optional.of("owner"),
                "{}",
                Optional.empty(),
                version);
    }

    private List<String> sorts(PortalId portal, ThingFilter filter) {
        return store().list(portal, filter, PageRequest.first(50)).items().stream()
                .map(StoredThing::sort)
                .toList();
    }

    @Test
    default void findsInItsOwnPortalOnly() {
        store().erase(ACME);
        store().erase(BOLT);
        StoredThing hundred = thing("100");
        store().insert(ACME, hundred, Set.of());
        StoredThing same = thing("100");
        store().insert(BOLT, same, Set.of());

        assertThat(store().find(ACME, hundred.id())).contains(hundred);
        assertThat(store().find(BOLT, hundred.id())).isEmpty();
        assertThat(store().withKey(ACME, "n:100")).contains(hundred);
        assertThat(store().withKey(BOLT, "n:100")).contains(same);
        assertThat(store().all(ACME, "", 10)).containsExactly(hundred);
        assertThat(store().count(ACME, "extension")).isEqualTo(1);
        assertThat(store().update(BOLT, as(hundred, "101", 2), 1, Set.of())).isFalse();
        store().delete(BOLT, hundred.id());
        assertThat(store().find(ACME, hundred.id())).isPresent();
    }

    @Test
    default void keepsKeysUnique() {
        store().erase(ACME);
        store().insert(ACME, thing("100"), Set.of());

        assertThatThrownBy(() -> store().insert(ACME, thing("100"), Set.of())).isInstanceOf(RuntimeException.class);
        assertThat(store().count(ACME, "extension")).isEqualTo(1);
    }

    @Test
    default void changesTheVersionThatIsNamed() {
        store().erase(ACME);
        StoredThing hundred = thing("100");
        store().insert(ACME, hundred, Set.of());
        StoredThing changed = as(hundred, "200", 2);

        assertThat(store().update(ACME, changed, 1, Set.of())).isTrue();
        assertThat(store().update(ACME, changed, 1, Set.of())).isFalse();
        assertThat(store().find(ACME, hundred.id())).contains(changed);
        assertThat(store().withKey(ACME, "n:100")).isEmpty();
    }

    @Test
    default void knowsWhatLeadsWhere() {
        store().erase(ACME);
        StoredThing target = thing("100");
        StoredThing menu = thing("300");
        StoredThing group = thing("200");
        store().insert(ACME, target, Set.of());
        store().insert(ACME, menu, Set.of(target.id()));
        store().insert(ACME, group, Set.of(target.id(), menu.id()));

        assertThat(store().pointing(ACME, target.id(), 5)).containsExactly(group, menu);
        assertThat(store().pointing(ACME, target.id(), 1)).containsExactly(group);
        assertThat(store().pointing(BOLT, target.id(), 5)).isEmpty();
        store().update(ACME, as(group, "201", 2), 1, Set.of(target.id()));
        assertThat(store().pointing(ACME, menu.id(), 5)).isEmpty();
        store().delete(ACME, menu.id());
        assertThat(store().pointing(ACME, target.id(), 5))
                .extracting(StoredThing::id)
                .containsExactly(group.id());
    }

    @Test
    default void listsWhatIsWanted() {
        store().erase(ACME);
        StoredThing own = as(thing("300"), "300", 1);
        for (String number : List.of("200", "1000", "101")) {
            store().insert(ACME, thing(number), Set.of());
        }
        store().insert(ACME, own, Set.of());
        ThingFilter all = ThingFilter.of("extension");

        assertThat(sorts(ACME, all)).containsExactly("1000", "101", "200", "300");
        assertThat(sorts(BOLT, all)).isEmpty();
        assertThat(sorts(ACME, ThingFilter.of("device"))).isEmpty();
        assertThat(sorts(ACME, ThingFilter.of("extension", "anna"))).hasSize(3);
        assertThat(sorts(ACME, ThingFilter.belonging("extension", "owner"))).containsExactly("300");
        assertThat(sorts(ACME, text("00% s"))).containsExactly("1000", "101", "200");
        assertThat(sorts(ACME, text("0%0"))).isEmpty();
        assertThat(sorts(ACME, text("s_d"))).hasSize(3);
        assertThat(sorts(ACME, in(Set.of("support", "sales")))).hasSize(3);
        assertThat(sorts(ACME, in(Set.of()))).isEmpty();
    }

    private static ThingFilter text(String text) {
        return new ThingFilter("extension", Optional.empty(), Optional.of(text), Optional.empty(), Optional.empty());
    }

    private static ThingFilter in(Set<String> departments) {
        return new ThingFilter(
                "extension", Optional.of(departments), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    default void givesPageAfterPage() {
        store().erase(ACME);
        for (String number : List.of("100", "101", "102")) {
            store().insert(ACME, thing(number), Set.of());
        }
        ThingFilter all = ThingFilter.of("extension");
        var first = store().list(ACME, all, PageRequest.first(2));
        var second = store().list(ACME, all, new PageRequest(2, first.next()));

        assertThat(first.items()).extracting(StoredThing::sort).containsExactly("100", "101");
        assertThat(first.total()).hasValue(3);
        assertThat(second.items()).extracting(StoredThing::sort).containsExactly("102");
        assertThat(second.next()).isEmpty();
        assertThatThrownBy(() -> store().list(ACME, all, new PageRequest(2, Optional.of("nothing"))))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    default void countsChangesAndErases() {
        store().erase(ACME);
        store().erase(BOLT);
        assertThat(store().revision(ACME)).isZero();
        store().lock(ACME);
        assertThat(store().count(ACME)).isEqualTo(1);
        assertThat(store().count(ACME)).isEqualTo(2);
        assertThat(store().count(BOLT)).isEqualTo(1);
        assertThat(store().revision(ACME)).isEqualTo(2);
        assertThat(store().portals()).contains(ACME, BOLT);
        store().insert(ACME, thing("100"), Set.of());

        store().erase(ACME);

        assertThat(store().portals()).contains(BOLT).doesNotContain(ACME);
        assertThat(store().all(ACME, "", 10)).isEmpty();
    }
}
