package org.patchbay.calls.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Texts in a list. Thread-safe. */
public final class InMemoryTextStore implements TextStore {

    private record Row(PortalId portal, WaitingText text) {

        boolean isOf(PersonId person) {
            return text.reader().equals(Optional.of(person)) || text.writer().equals(Optional.of(person));
        }

        Place place() {
            return new Place(portal, text.extension());
        }
    }

    private static final Comparator<Place> BY_PLACE =
            Comparator.comparing((Place place) -> place.portal().value()).thenComparing(Place::extension);

    private final List<Row> rows = new ArrayList<>();

    private Stream<WaitingText> those(PortalId portal, Predicate<Row> condition) {
        return rows.stream()
                .filter(row -> row.portal().equals(portal) && condition.test(row))
                .map(Row::text)
                .sorted(Comparator.comparing((WaitingText one) -> one.text().sent())
                        .thenComparing(WaitingText::id));
    }

    @Override
    public synchronized boolean keep(PortalId portal, WaitingText text, int most) {
        return of(portal, text.extension()).size() < most && rows.add(new Row(portal, text));
    }

    @Override
    public synchronized Optional<WaitingText> oldest(PortalId portal, String extension) {
        return of(portal, extension).stream().findFirst();
    }

    @Override
    public synchronized void drop(PortalId portal, String id) {
        rows.removeIf(row -> row.portal().equals(portal) && row.text().id().equals(id));
    }

    @Override
    public synchronized List<Place> waiting(Optional<Place> after, int limit) {
        return rows.stream()
                .map(Row::place)
                .distinct()
                .sorted(BY_PLACE)
                .filter(place -> after.isEmpty() || BY_PLACE.compare(place, after.get()) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<WaitingText> of(PortalId portal, PersonId person) {
        return those(portal, row -> row.isOf(person)).toList();
    }

    @Override
    public synchronized List<WaitingText> of(PortalId portal, String extension) {
        return those(portal, row -> row.text().extension().equals(extension)).toList();
    }

    @Override
    public synchronized void forget(Instant before) {
        rows.removeIf(row -> row.text().text().sent().isBefore(before));
    }

    @Override
    public synchronized void erase(PortalId portal, PersonId person) {
        rows.removeIf(row -> row.portal().equals(portal) && row.isOf(person));
    }

    @Override
    public synchronized void erase(PortalId portal) {
        rows.removeIf(row -> row.portal().equals(portal));
    }
}
