package org.patchbay.identity.imports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
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
    private final Clock clock = Clock.systemUTC();

    @Activate
    public RowSaver(
            @Reference ImportStore store,
            @Reference ImportedStore imported,
            @Reference ImportProgress progress,
            @Reference WelcomeQueue welcomes) {
        this.store = store;
        this.imported = imported;
        this.progress = progress;
        this.welcomes = welcomes;
    }

    PeopleImport save(PeopleImport known, Enrolment.Terms terms) {
        if (known.errors() > 0) {
            throw Problem.CONFLICT.because(
                    "import.errors",
                    "Rows with errors have to be corrected or left out first",
                    Map.of("count", known.errors()));
        }
        if (known.rows() == 0) {
            throw Problem.CONFLICT.because("import.no-rows", "No row is left");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        RowJudge judge = new RowJudge(terms);
        int done = 0;
        int after = 0;
        while (done < known.rows()) {
            List<ImportRow> chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, RowBook.CHUNK);
            if (chunk.isEmpty()) {
                break;
            }
            saveChunk(known, chunk, judge, terms, now);
            done += chunk.size();
            after = chunk.get(chunk.size() - 1).line();
            progress.tell(known.portal(), known.id(), done, known.rows());
        }
        PeopleImport saved = known.saved();
        store.deleteRows(known.portal(), known.id());
        store.update(saved);
        welcomes.wakeAfterCommit();
        return saved;
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
        if (!terms.keepDepartments(people)
                || !terms.takenAddresses(addresses(people)).isEmpty()
                || !terms.takenExtensions(extensions(people)).isEmpty()) {
            throw changed(chunk.get(0).line());
        }
        terms.enrol(people);
        imported.add(known.portal(), left);
    }

    private static Set<String> addresses(List<Person> people) {
        return people.stream()
                .flatMap(person -> Stream.concat(Stream.of(person.login()), person.email().stream()))
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> extensions(List<Person> people) {
        return people.stream().flatMap(person -> person.extension().stream()).collect(Collectors.toSet());
    }

    private static RuntimeException changed(int line) {
        return Problem.CONFLICT.because(
                CHANGED, "Since the preview something changed, near line " + line, Map.of("line", line));
    }
}
