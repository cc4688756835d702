package org.patchbay.contacts;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.identity.Caller;
import org.patchbay.contacts.phone.NumberBook;
import org.patchbay.contacts.phone.ZoneRegions;
import org.patchbay.contacts.store.Book;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.contacts.store.StoresForBench;
import org.patchbay.testing.audit.InMemoryAudit;
import org.patchbay.testing.cluster.InMemoryCluster;
import org.patchbay.testing.events.InMemoryEvents;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.secrets.InMemoryPersonalSecrets;
import org.patchbay.testing.store.TestDatabase;
import org.patchbay.testing.tenancy.InMemoryPortals;

/**
 * Measures what one keystroke in the search costs among 500 and among 50,000 contacts, on Derby and on PostgreSQL, and
 * prints the ratio of the medians. The 500 are the first of the 50,000 and the ones looked for, so that a search finds
 * somebody in both books. A longer answer costs more in a book of any size; therefore the keystrokes compared are those
 * that both books answer with the same number of contacts. Both are asked in turn, so that what else the machine does
 * hits both.
 */
public final class ContactsBench {

    private static final int FEW = 500;
    private static final int MANY = 50_000;
    private static final int BATCH = 2000;
    private static final int PEOPLE = 12;
    private static final int ROUNDS = 3;
    private static final int PAGE = 20;
    private static final double LIMIT = 1.5;

    private final InMemoryPortals portals = new InMemoryPortals();
    private final PortalId small = portals.named("Small").id();
    private final PortalId large = portals.named("Large").id();
    private final ContactStore store;
    private final ContactPress press;
    private final ContactService contacts;
    private final TestDatabase database;

    private ContactsBench(TestDatabase database) {
        this.database = database;
        this.store = StoresForBench.of(database);
        var regions = new ZoneRegions(portals);
        var work = database.unitOfWork();
        var books = new BookKeeper(new RoleAccess(portals), store, new World().config);
        this.press = new ContactPress(store, regions);
        this.contacts = new ContactService(
                store,
                books,
                press,
                regions,
                new InMemoryEvents(new ContactEvents()),
                new InMemoryAudit(),
                new InMemoryPersonalSecrets(),
                work,
                new NumberBook(store, work, new InMemoryCluster().node("one")));
    }

    public static void main(String[] args) {
        boolean onDerby = new ContactsBench(TestDatabase.derby("contacts")).run("Derby");
        boolean onPostgresql = new ContactsBench(TestDatabase.postgresql("contacts")).run("PostgreSQL");
        print(
                "contacts: load average %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.exit(onDerby && onPostgresql ? 0 : 1);
    }

    private boolean run(String name) {
        List<ContactDraft> people = new BenchNames(MANY).contacts(MANY);
        fill(small, people.subList(0, FEW));
        long started = System.nanoTime();
        fill(large, people);
        double seconds = (System.nanoTime() - started) / 1e9;
        List<String> typed = new BenchNames(3).typed(people.subList(0, FEW), PEOPLE);
        Caller inSmall = Callers.user(small);
        Caller inLarge = Callers.user(large);
        measure(small, inSmall, large, inLarge, typed); // warms up
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            samples.addAll(measure(small, inSmall, large, inLarge, typed));
        }
        List<Sample> alike = samples.stream().filter(Sample::answeredAlike).toList();
        double ratio = report(name, "a keystroke", alike);
        report(
                name,
                "one word",
                alike.stream().filter(sample -> kind(sample) == 1).toList());
        report(
                name,
                "two words",
                alike.stream().filter(sample -> kind(sample) == 2).toList());
        report(
                name,
                "a number",
                alike.stream().filter(sample -> kind(sample) == 0).toList());
        report(name, "a keystroke with any answer", samples);
        print("contacts: %s took in %d contacts in %.0f s%n", name, MANY, seconds);
        return ratio <= LIMIT;
    }

    private static int kind(Sample sample) {
        return Character.isLetter(sample.typed().charAt(0)) ? sample.typed().split(" ", -1).length : 0;
    }

    private void fill(PortalId portal, List<ContactDraft> drafts) {
        Book book = Book.publicOf(portal);
        for (int from = 0; from < drafts.size(); from += BATCH) {
            List<ContactDraft> some = drafts.subList(from, Math.min(drafts.size(), from + BATCH));
            database.unitOfWork().run(() -> {
                var run = press.into(book);
                List<Contact> made = some.stream().map(run::fresh).toList();
                store.insert(book, made);
            });
        }
    }

    private record Sample(String typed, Answer few, Answer many) {

        boolean answeredAlike() {
            return few.contacts() == many.contacts();
        }
    }

    private record Answer(long nanos, int contacts) {}

    private List<Sample> measure(PortalId few, Caller inFew, PortalId many, Caller inMany, List<String> typed) {
        List<Sample> samples = new ArrayList<>();
        for (String text : typed) {
            samples.add(new Sample(text, ask(few, inFew, text), ask(many, inMany, text)));
        }
        return samples;
    }

    private Answer ask(PortalId portal, Caller by, String text) {
        long started = System.nanoTime();
        int found = contacts.list(portal, ContactFilter.of(text), PageRequest.first(PAGE), by)
                .items()
                .size();
        return new Answer(System.nanoTime() - started, found);
    }

    private static double report(String name, String what, List<Sample> samples) {
        double few = median(samples.stream().map(sample -> sample.few().nanos()).toList());
        double many =
                median(samples.stream().map(sample -> sample.many().nanos()).toList());
        print(
                "contacts: %s, %s among %d: %.2f of among %d (limit %.1f): %.2f ms against %.2f ms, median of %d%n",
                name, what, MANY, many / few, FEW, LIMIT, many, few, samples.size());
        return many / few;
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2) / 1e6;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
