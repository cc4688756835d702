package org.patchbay.identity.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.ImportedStore.Imported;

/** Makes people of the rows of an import, a few hundred in memory at a time. Called inside a unit of work. */
@Component(service = RowSaver.class)
public final class RowSaver {

    /** The code of the refusal after which the rows have to be judged again. */
    static final String CHANGED = "import.changed";

    private final ImportStore store;
    private final ImportedStore imported;
    private final ImportProgress progress;
    private final WelcomeQueue welcomes;
    private final UnitOfWork work;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RowSaver(
            @Reference ImportStore store,
            @Reference ImportedStore imported,
            @Reference ImportProgress progress,
            @Reference WelcomeQueue welcomes,
            @Reference UnitOfWork work) {
        this.store = store;
        this.imported = imported;
        this.progress = progress;
        this.welcomes = welcomes;
        this.work = work;
    }

    /** Saves all; what the watchers see moves on while rows are written, audited and announced, which each take their time. */
    PeopleImport save(PeopleImport known, Enrolment.Terms terms) {
        IntConsumer more = steps(known, 3 * known.rows());
        write(known, terms, chunk -> {
            more.accept(chunk);
            // Behind the entries of the audit for these rows, which are written before the commit.
            work.beforeCommit(() -> more.accept(chunk));
        });
        PeopleImport saved = known.saved();
        store.deleteRows(known.portal(), known.id());
        store.update(saved);
        welcomes.wakeAfterCommit();
        // Behind all entries of the audit.
        work.beforeCommit(() -> terms.announce(RowBook.CHUNK, more));
        return saved;
    }

    /** Writes the rows behind this line, some hundred, for a unit of work that is rolled back; answers the last, if any. */
    OptionalInt rehearse(PeopleImport known, Enrolment.Terms terms, int after, IntConsumer written) {
        requireSavable(known);
        List<ImportRow> chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, RowBook.CHUNK);
        if (chunk.isEmpty()) {
            return OptionalInt.empty();
        }
        requireFree(chunk, terms);
        saveChunk(known, chunk, new RowJudge(terms), terms, now());
        written.accept(chunk.size());
        return OptionalInt.of(chunk.get(chunk.size() - 1).line());
    }

    /** What tells the watchers that so many more of {@code of} steps are done. */
    IntConsumer steps(PeopleImport known, int of) {
        int[] done = {0};
        return more -> {
            done[0] += more;
            progress.tell(known.portal(), known.id(), done[0], of);
        };
    }

    private static void requireSavable(PeopleImport known) {
        if (known.errors() > 0) {
            throw Problem.CONFLICT.because(
                    "import.errors",
                    "Rows with errors have to be corrected or left out first",
                    Map.of("count", known.errors()));
        }
        if (known.rows() == 0) {
            throw Problem.CONFLICT.because("import.no-rows", "No row is left");
        }
    }

    private void write(PeopleImport known, Enrolment.Terms terms, IntConsumer written) {
        requireSavable(known);
        Instant now = now();
        RowJudge judge = new RowJudge(terms);
        // All before the first is written: databases plan a look among rows that nobody has counted yet badly.
        inChunks(known, chunk -> requireFree(chunk, terms));
        inChunks(known, chunk -> {
            saveChunk(known, chunk, judge, terms, now);
            written.accept(chunk.size());
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void inChunks(PeopleImport known, Consumer<List<ImportRow>> work) {
        int after = 0;
        List<ImportRow> chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, RowBook.CHUNK);
        while (!chunk.isEmpty()) {
            work.accept(chunk);
            after = chunk.get(chunk.size() - 1).line();
            chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, RowBook.CHUNK);
        }
    }

    private static void requireFree(List<ImportRow> chunk, Enrolment.Terms terms) {
        Set<String> addresses = new HashSet<>();
        Set<String> extensions = new HashSet<>();
        for (ImportRow row : chunk) {
            addresses.addAll(RowBook.addresses(row.values()));
            RowBook.extension(row.values()).ifPresent(extensions::add);
        }
        if (!terms.takenAddresses(addresses).isEmpty()
                || !terms.takenExtensions(extensions).isEmpty()) {
            throw changed(chunk.get(0).line());
        }
    }

    private void saveChunk(
            PeopleImport known, List<ImportRow> chunk, RowJudge judge, Enrolment.Terms terms, Instant now) {
        List<Person> people = new ArrayList<>();
        List<Imported> left = new ArrayList<>();
        for (ImportRow row : chunk) {
            RowJudge.Judged judged = judge.judge(row.values(), List.of());
            Person person = terms.person(judged.draft().orElseThrow(() -> changed(row.line())), now);
            people.add(person);
            left.add(new Imported(
                    person.id(),
                    RowJudge.attributes(row.values()),
                    person.enabled() && person.email().isPresent()));
        }
        if (!terms.keepPlaces(people)) {
            throw changed(chunk.get(0).line());
        }
        terms.enrol(people);
        imported.add(known.portal(), left);
    }

    static PatchbayException changed(int line) {
        return Problem.CONFLICT.because(
                CHANGED, "Since the preview something changed, near line " + line, Map.of("line", line));
    }
}
