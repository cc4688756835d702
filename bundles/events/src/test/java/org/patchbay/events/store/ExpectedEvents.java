package org.patchbay.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.events.EventFilter;

/**
 * What a journal holds of a portal.
 *
 * @param events in order
 */
record ExpectedEvents(PortalId portal, List<Event> events) {

    static EventFilter filter(String type, String subject) {
        return new EventFilter(
                Optional.of(type).filter(text -> !text.isEmpty()),
                Optional.of(subject).filter(text -> !text.isEmpty()));
    }

    /** All that the filter wants, read from the newest on in pages of this size. */
    void checkBefore(EventJournal journal, EventFilter filter, int page) {
        List<Event> wanted = newestFirst(events.stream().filter(filter::matches).toList());
        long before = Long.MAX_VALUE;
        for (int from = 0; from <= wanted.size(); from += page) {
            List<Event> found = journal.before(portal, before, filter, page);
            assertThat(found)
                    .as("%s before %d", filter, before)
                    .isEqualTo(wanted.subList(from, Math.min(from + page, wanted.size())));
            before = found.isEmpty() ? before : found.get(found.size() - 1).sequence();
        }
    }

    /** From every number on. */
    void checkBeforeEach(EventJournal journal, EventFilter filter, int most) {
        for (long before = 0; before <= head() + 2; before++) {
            long number = before;
            List<Event> wanted = newestFirst(events.stream()
                    .filter(event -> event.sequence() < number && filter.matches(event))
                    .toList());
            assertThat(journal.before(portal, before, filter, most))
                    .as("%s before %d", filter, before)
                    .isEqualTo(wanted.subList(0, Math.min(most, wanted.size())));
        }
    }

    /** From every number on: at least as many as are asked for, and no row more than that takes. */
    void checkAfterEach(EventJournal journal, int most) {
        for (long after = 0; after <= head() + 1; after++) {
            long number = after;
            List<Event> wanted =
                    events.stream().filter(event -> event.sequence() > number).toList();
            List<Event> found = journal.after(portal, after, most);
            assertThat(found)
                    .as("after %d", after)
                    .hasSizeBetween(Math.min(most, wanted.size()), most + EventRow.MOST - 1)
                    .isEqualTo(wanted.subList(0, Math.min(found.size(), wanted.size())));
        }
    }

    void checkFind(EventJournal journal) {
        events.forEach(event -> assertThat(journal.find(portal, event.id()))
                .as("event %d", event.sequence())
                .hasValue(event));
    }

    void checkLastBefore(EventJournal journal) {
        Stream.concat(
                        events.stream()
                                .flatMap(event -> Stream.of(
                                        event.time().minusNanos(1_000),
                                        event.time(),
                                        event.time().plusNanos(1_000))),
                        Stream.of(Instant.EPOCH))
                .forEach(time -> assertThat(journal.lastBefore(portal, time))
                        .as("last before %s", time)
                        .isEqualTo(events.stream()
                                .filter(event -> event.time().isBefore(time))
                                .mapToLong(Event::sequence)
                                .max()
                                .orElse(0)));
    }

    private long head() {
        return events.isEmpty() ? 0 : events.get(events.size() - 1).sequence();
    }

    private static List<Event> newestFirst(List<Event> inOrder) {
        List<Event> reversed = new java.util.ArrayList<>(inOrder);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
