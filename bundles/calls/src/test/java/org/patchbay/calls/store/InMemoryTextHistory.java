package org.patchbay.calls.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.calls.store.TextLine.Box;

/** The history of texts in a list. Thread-safe. */
public final class InMemoryTextHistory implements TextHistory {

    private record Row(PortalId portal, TextLine line) {}

    private static final Comparator<TextLine> OLDEST_FIRST =
            Comparator.comparing(TextLine::sent).thenComparing(TextLine::id);

    private final List<Row> rows = new ArrayList<>();

    @Override
    public synchronized void add(PortalId portal, TextLine line, int most) {
        List<TextLine> present = newestFirst(portal, one -> one.box().equals(line.box()));
        if (present.size() >= most) {
            Instant last = present.get(most - 1).sent();
            rows.removeIf(row -> row.portal().equals(portal)
                    && row.line().box().equals(line.box())
                    && !row.line().sent().isAfter(last));
        }
        rows.add(new Row(portal, line));
    }

    private List<TextLine> newestFirst(PortalId portal, Predicate<TextLine> condition) {
        return rows.stream()
                .filter(row -> row.portal().equals(portal))
                .map(Row::line)
                .filter(condition)
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }

    @Override
    public synchronized Page<Talk> talks(PortalId portal, Box box, PageRequest page) {
        List<TextLine> all = newestFirst(portal, line -> line.box().equals(box));
        var numbers = new HashSet<String>();
        List<TextLine> last =
                all.stream().filter(line -> numbers.add(line.number())).toList();
        Page<TextLine> found = page(last, page);
        List<Talk> talks = found.items().stream()
                .map(line -> new Talk(line, (int) all.stream()
                        .filter(other -> other.number().equals(line.number()) && other.unread())
                        .count()))
                .toList();
        return new Page<>(talks, found.next(), found.total());
    }

    @Override
    public synchronized Page<TextLine> list(PortalId portal, Box box, String number, PageRequest page) {
        return page(
                newestFirst(
                        portal, line -> line.box().equals(box) && line.number().equals(number)),
                page);
    }

    private static Page<TextLine> page(List<TextLine> all, PageRequest page) {
        Optional<TextPlace> after = TextPlace.after(page);
        List<TextLine> rest = all.stream()
                .filter(line -> after.isEmpty() || isBehind(TextPlace.of(line), after.get()))
                .toList();
        List<TextLine> items = rest.subList(0, Math.min(page.limit(), rest.size()));
        Optional<String> next = rest.size() > items.size()
                ? Optional.of(TextPlace.of(items.get(items.size() - 1)).cursor())
                : Optional.empty();
        return new Page<>(items, next, OptionalLong.empty());
    }

    private static boolean isBehind(TextPlace place, TextPlace after) {
        return place.sent() < after.sent()
                || (place.sent() == after.sent() && place.id().compareTo(after.id()) < 0);
    }

    @Override
    public synchronized boolean read(PortalId portal, Box box, String number, String line) {
        List<TextLine> all =
                newestFirst(portal, one -> one.box().equals(box) && one.number().equals(number));
        Optional<TextLine> until =
                all.stream().filter(one -> one.id().equals(line)).findFirst();
        until.ifPresent(last -> rows.replaceAll(row -> row.portal().equals(portal)
                        && all.contains(row.line())
                        && !row.line().sent().isAfter(last.sent())
                ? new Row(portal, seen(row.line()))
                : row));
        return until.isPresent();
    }

    private static TextLine seen(TextLine line) {
        return new TextLine(
                line.id(),
                line.box(),
                line.number(),
                line.name(),
                line.other(),
                line.own(),
                false,
                line.words(),
                line.sent());
    }

    @Override
    public synchronized Page<TextLine> all(PortalId portal, PageRequest page) {
        return page(newestFirst(portal, line -> true), page);
    }

    @Override
    public synchronized List<TextLine> of(PortalId portal, PersonId person) {
        return newestFirst(portal, line -> line.box().person().equals(person)).stream()
                .sorted(OLDEST_FIRST)
                .toList();
    }

    @Override
    public synchronized void forget(Instant before) {
        rows.removeIf(row -> row.line().sent().isBefore(before));
    }

    @Override
    public synchronized void erase(PortalId portal, PersonId person) {
        rows.removeIf(row -> row.portal().equals(portal)
                && (row.line().box().person().equals(person)
                        || row.line().other().equals(Optional.of(person))));
    }

    @Override
    public synchronized void erase(PortalId portal) {
        rows.removeIf(row -> row.portal().equals(portal));
    }
}
