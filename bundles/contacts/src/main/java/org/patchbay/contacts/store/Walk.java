package org.patchbay.contacts.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.contacts.Contact;

/**
 * Walks several ordered sources as one and keeps what is wanted, until a page is full. Its steps are bounded: a page whose
 * finds lie far apart is shorter, and the next one goes on.
 *
 * @param sources each answers up to so many places after a place, in order
 * @param load finds the contacts of these ids
 * @param wanted whether a contact that stands at the place belongs to the list
 */
record Walk(
        List<Source> sources,
        Function<Collection<String>, Map<String, Contact>> load,
        BiPredicate<Place, Contact> wanted) {

    private static final int STEPS = 2000;

    /** Where contacts stand in an order. */
    interface Source {
        List<Place> after(Place place, int limit);
    }

    Page<Contact> page(PageRequest request, OptionalLong total) {
        Place at = request.after().map(Place::parse).orElse(Place.START);
        int chunk = request.limit() + 1;
        List<Contact> items = new ArrayList<>();
        Place last = at;
        for (int steps = 0; steps < STEPS; steps += chunk) {
            List<Place> places = next(at, chunk);
            Map<String, Contact> contacts =
                    load.apply(places.stream().map(Place::id).toList());
            for (Place place : places) {
                Optional<Contact> found =
                        Optional.ofNullable(contacts.get(place.id())).filter(contact -> wanted.test(place, contact));
                if (found.isPresent() && items.size() == request.limit()) {
                    return new Page<>(items, Optional.of(last.cursor()), total);
                }
                found.ifPresent(items::add);
                last = place;
            }
            if (places.size() < chunk) {
                return new Page<>(items, Optional.empty(), total);
            }
            at = last;
        }
        return new Page<>(items, Optional.of(last.cursor()), total);
    }

    private List<Place> next(Place at, int limit) {
        if (sources.size() == 1) {
            return sources.get(0).after(at, limit);
        }
        return sources.stream()
                .flatMap(source -> source.after(at, limit).stream())
                .sorted(Place.ORDER)
                .limit(limit)
                .toList();
    }
}
