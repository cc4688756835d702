package org.patchbay.extensions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.store.StoredThing;
import org.patchbay.extensions.store.ThingFilter;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kind;
import org.patchbay.extensions.thing.Things;

/** Sets things up, changes and forgets them on behalf of somebody. Thread-safe. */
@Component(service = Switchboard.class)
public final class Switchboard {

    private static final int LONGEST_TEXT = 100;

    private final ThingStore store;
    private final Reach reach;
    private final Rules rules;
    private final Register register;
    private final SettingsReader settings;
    private final Books books;
    private final UnitOfWork unit;

    @Activate
    public Switchboard(
            @Reference ThingStore store,
            @Reference Reach reach,
            @Reference Rules rules,
            @Reference Register register,
            @Reference SettingsReader settings,
            @Reference Books books,
            @Reference UnitOfWork unit) {
        this.store = store;
        this.reach = reach;
        this.rules = rules;
        this.register = register;
        this.settings = settings;
        this.books = books;
        this.unit = unit;
    }

    /** The things of a kind that the caller may set up. */
    public <T extends Record> Page<T> list(
            PortalId portal, Kind<T> kind, Optional<String> text, PageRequest page, Caller by) {
        Optional<String> looked =
                text.map(String::strip).filter(found -> !found.isEmpty()).map(found -> found.toLowerCase(Locale.ROOT));
        if (looked.filter(found -> found.length() > LONGEST_TEXT).isPresent()) {
            throw Problem.INVALID.at("text", "text.length", "must be at most " + LONGEST_TEXT + " characters");
        }
        var filter = new ThingFilter(
                kind.name(), reach.departments(portal, kind.right(), by), looked, Optional.empty(), Optional.empty());
        return read(kind, store.list(portal, filter, page));
    }

    /** Every thing of a kind, whoever may set it up, in the kind's order. */
    public <T extends Record> List<T> all(PortalId portal, Kind<T> kind) {
        List<T> all = new ArrayList<>();
        Page.walk(
                page -> store.list(portal, ThingFilter.of(kind.name()), page),
                thing -> all.add(Things.read(kind, thing)));
        return all;
    }

    /** The thing of a kind with this key, whoever may set it up. */
    public <T extends Record> Optional<T> withKey(PortalId portal, Kind<T> kind, String key) {
        return store.withKey(portal, key).flatMap(stored -> of(kind, stored));
    }

    /** The thing of a kind with this id, whoever may set it up. */
    public <T extends Record> Optional<T> withId(PortalId portal, Kind<T> kind, String id) {
        return store.find(portal, id).flatMap(stored -> of(kind, stored));
    }

    private static <T extends Record> Optional<T> of(Kind<T> kind, StoredThing stored) {
        return Optional.of(stored).filter(one -> one.kind().equals(kind.name())).map(one -> Things.read(kind, one));
    }

    static <T extends Record> Page<T> read(Kind<T> kind, Page<StoredThing> stored) {
        return new Page<>(
                stored.items().stream().map(thing -> Things.read(kind, thing)).toList(), stored.next(), stored.total());
    }

    /** The thing; NOT_FOUND for what the caller may not set up. */
    public <T extends Record> T find(PortalId portal, Kind<T> kind, String id, Caller by) {
        return Things.read(kind, reach.require(portal, kind, id, by));
    }

    /**
     * Sets a thing up.
     *
     * @param make makes it from its id
     * @param secret kept sealed
     */
    public <T extends Record> T create(
            PortalId portal, Kind<T> kind, Function<String, T> make, Optional<String> secret, Caller by) {
        T thing = rules.whole(portal, kind, make.apply(Ids.next()));
        reach.requireDepartment(portal, kind, thing, by);
        unit.run(() -> {
            store.lock(portal);
            rules.requireRoom(portal, kind, thing);
            rules.require(portal, kind, thing);
            register.add(portal, kind, thing, secret, Optional.of(by));
        });
        return thing;
    }

    /**
     * Changes a thing; STALE unless the version is the present one. What is the same already is left alone.
     *
     * @param make makes it from the one before and the version after
     * @param secret in place of the one before, which stays without it
     */
    public <T extends Record> T update(
            PortalId portal,
            Kind<T> kind,
            String id,
            long version,
            BiFunction<T, Long, T> make,
            Optional<String> secret,
            Caller by) {
        return unit.call(() -> {
            StoredThing before = reach.require(portal, kind, id, by);
            if (before.version() != version) {
                throw Register.stale();
            }
            T present = Things.read(kind, before);
            if (secret.isEmpty()
                    && rules.whole(portal, kind, make.apply(present, version)).equals(present)) {
                return present;
            }
            T thing = rules.whole(portal, kind, make.apply(present, version + 1));
            reach.requireDepartment(portal, kind, thing, by);
            store.lock(portal);
            rules.require(portal, kind, thing);
            register.change(portal, kind, before, thing, secret, Optional.of(by));
            return thing;
        });
    }

    /** Forgets a thing and what belongs to it; CONFLICT with the names of what leads to it. */
    public <T extends Record> void delete(PortalId portal, Kind<T> kind, String id, Caller by) {
        unit.run(() -> {
            store.lock(portal);
            StoredThing thing = reach.require(portal, kind, id, by);
            rules.requireUnused(portal, thing, register);
            register.remove(portal, thing, Optional.of(by));
        });
    }

    /** The settings that hold. */
    public CallSettings settings(PortalId portal) {
        return settings.of(portal);
    }

    /** Changes the settings; STALE unless the version is the present one. */
    public CallSettings changeSettings(PortalId portal, long version, Function<Long, CallSettings> make, Caller by) {
        return unit.call(() -> {
            store.lock(portal);
            Optional<StoredThing> before = settings.chosen(portal);
            CallSettings present = settings.of(portal);
            if (present.version() != version) {
                throw Register.stale();
            }
            if (make.apply(version).equals(present)) {
                return present;
            }
            CallSettings wanted = make.apply(version + 1);
            rules.require(portal, wanted);
            rules.requireNoEmergency(wanted, books.of(portal).numbered());
            register.settings(portal, before, wanted, present, by);
            return wanted;
        });
    }
}
