package org.patchbay.extensions.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.spi.tenancy.Items;

/**
 * The things of one kind in a file. Those that are new are made first, leading nowhere, so that all may lead to each other
 * in whatever order.
 *
 * @param key as {@link Kind#key} has it
 * @param bare a new thing of an id, which leads nowhere yet
 * @param whole the thing as wanted, of the one before and a version
 */
record Part<T extends Record, F extends Record>(
        String field, Kind<T> kind, List<F> wanted, Function<F, String> key, Bare<T, F> bare, Whole<T, F> whole) {

    /** Makes what leads nowhere yet. */
    @FunctionalInterface
    interface Bare<T, F> {
        T make(Terms terms, F text, String id);
    }

    /** Makes what is wanted. */
    @FunctionalInterface
    interface Whole<T, F> {
        T make(Terms terms, F text, T before, long version);
    }

    private Optional<T> present(PortalId portal, Switchboard switchboard, String wantedKey) {
        return switchboard.all(portal, kind).stream()
                .filter(thing -> kind.key().apply(thing).equals(wantedKey))
                .findFirst();
    }

    /** Does something with each; what goes wrong is said to be at its place. */
    private void each(Consumer<F> action) {
        for (int i = 0; i < wanted.size(); i++) {
            F text = wanted.get(i);
            Items.at("/" + i, () -> action.accept(text));
        }
    }

    void create(PortalId portal, Switchboard switchboard, Supplier<Terms> terms, Caller by) {
        Items.at('/' + field, () -> {
            Items.requireOnce("", wanted.stream().map(key).toArray(String[]::new), name -> name);
            var known = switchboard.all(portal, kind).stream().map(kind.key()).collect(Collectors.toSet());
            Terms now = terms.get();
            each(text -> {
                if (!known.contains(key.apply(text))) {
                    switchboard.create(portal, kind, id -> bare.make(now, text, id), Optional.empty(), by);
                }
            });
        });
    }

    void update(PortalId portal, Switchboard switchboard, Terms terms, Caller by) {
        Items.at(
                '/' + field,
                () -> each(text -> {
                    T before = present(portal, switchboard, key.apply(text)).orElseThrow();
                    switchboard.update(
                            portal,
                            kind,
                            kind.id().apply(before),
                            kind.version().applyAsLong(before),
                            (thing, version) -> whole.make(terms, text, thing, version),
                            Optional.empty(),
                            by);
                }));
    }

    void prune(PortalId portal, Switchboard switchboard, Caller by) {
        var kept = wanted.stream().map(key).collect(Collectors.toSet());
        switchboard.all(portal, kind).stream()
                .filter(thing -> !kept.contains(kind.key().apply(thing)))
                .forEach(thing -> switchboard.delete(portal, kind, kind.id().apply(thing), by));
    }
}
