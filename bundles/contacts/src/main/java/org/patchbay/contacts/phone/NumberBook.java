package org.patchbay.contacts.phone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.spi.calls.NumberNames;

/**
 * Says who of the public contacts has a number. Which numbers there are is in memory, so that the database is asked for somebody
 * who is there; numbers that come are told to every node, those that go cost one question in vain. Thread-safe.
 */
@Component(service = {NumberBook.class, NumberNames.class})
public final class NumberBook implements NumberNames {

    private static final String TOPIC = "contact-numbers";
    private static final int AT_ONCE = 5_000;
    /** Of all portals: 32 MB. */
    private static final int MOST_NUMBERS = 4_000_000;

    private static final int MOST_TOLD = 50;
    /** What a topic did not tell is known then. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final ContactStore store;
    private final UnitOfWork unit;
    private final Cluster cluster;
    private final Clock clock;
    private final Map<PortalId, Known> portals = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong told = new AtomicLong();
    private final Registration topic;

    private record Known(PhoneNumbers numbers, Instant read) {}

    @Activate
    public NumberBook(@Reference ContactStore store, @Reference UnitOfWork unit, @Reference Cluster cluster) {
        this(store, unit, cluster, Clock.systemUTC());
    }

    NumberBook(ContactStore store, UnitOfWork unit, Cluster cluster, Clock clock) {
        this.store = store;
        this.unit = unit;
        this.cluster = cluster;
        this.clock = clock;
        this.topic = cluster.subscribe(TOPIC, this::heard);
    }

    @Deactivate
    public void close() {
        topic.close();
    }

    @Override
    public Optional<String> name(PortalId portal, String number) {
        PhoneNumbers known = known(portal).orElseGet(() -> read(portal));
        if (!known.contains(number)) {
            return Optional.empty();
        }
        return unit.call(() -> store.byNumber(Book.publicOf(portal), number, 1)).stream()
                .map(Contact::name)
                .findFirst();
    }

    private Optional<PhoneNumbers> known(PortalId portal) {
        Instant since = clock.instant().minus(FRESH);
        synchronized (portals) {
            return Optional.ofNullable(portals.get(portal))
                    .filter(one -> one.read().isAfter(since))
                    .map(Known::numbers);
        }
    }

    private PhoneNumbers read(PortalId portal) {
        long before = told.get();
        Set<String> all = new HashSet<>();
        List<String> page = List.of();
        do {
            String last = page.isEmpty() ? "" : page.get(page.size() - 1);
            page = unit.call(() -> store.numbers(Book.publicOf(portal), last, AT_ONCE));
            all.addAll(page);
        } while (page.size() == AT_ONCE);
        PhoneNumbers numbers = PhoneNumbers.of(all);
        synchronized (portals) {
            // What came meanwhile may be missing in what was read.
            if (told.get() == before) {
                portals.put(portal, new Known(numbers, clock.instant()));
                makeRoom();
            }
        }
        return numbers;
    }

    /** Forgets the portals that were asked for longest ago while there are too many numbers. */
    private void makeRoom() {
        int all =
                portals.values().stream().mapToInt(one -> one.numbers().size()).sum();
        Iterator<Known> oldest = portals.values().iterator();
        while (all > MOST_NUMBERS && portals.size() > 1) {
            all -= oldest.next().numbers().size();
            oldest.remove();
        }
    }

    /** These contacts were written and committed; tells every node. */
    public void written(PortalId portal, Collection<Contact> contacts) {
        List<String> numbers = contacts.stream()
                .filter(contact -> contact.visibility() == Visibility.PUBLIC)
                .flatMap(contact -> Stream.concat(contact.phoneE164().stream(), contact.mobileE164().stream()))
                .distinct()
                .toList();
        if (!numbers.isEmpty()) {
            List<String> words = new ArrayList<>(List.of(portal.value()));
            words.addAll(numbers.size() > MOST_TOLD ? List.of() : numbers);
            cluster.publish(TOPIC, String.join(" ", words).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A portal and its new numbers; none when there are too many to be told. */
    private void heard(byte[] message) {
        List<String> words = List.of(new String(message, StandardCharsets.UTF_8).split(" "));
        var portal = new PortalId(words.get(0));
        synchronized (portals) {
            told.incrementAndGet();
            Known known = portals.get(portal);
            if (known == null) {
                return;
            }
            if (words.size() == 1) {
                portals.remove(portal);
            } else {
                words.stream().skip(1).forEach(known.numbers()::add);
            }
        }
    }
}
