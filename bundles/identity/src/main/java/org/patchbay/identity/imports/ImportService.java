package org.patchbay.identity.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.identity.store.StoredRow;

/**
 * Takes files of people apart, judges their rows, lets them be corrected, and saves all of them or none. What was
 * uploaded is seen by who uploaded it alone, and forgotten after a day. Thread-safe.
 */
@Component(service = ImportService.class)
public final class ImportService {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int IMPORTS_AT_ONCE = 5;

    private final ImportStore store;
    private final Enrolment enrolment;
    private final RowBook rows;
    private final RowSaver saver;
    private final Secrets secrets;
    private final Audit audit;
    private final UnitOfWork work;
    private final Clock clock;

    @Activate
    public ImportService(
            @Reference ImportStore store,
            @Reference Enrolment enrolment,
            @Reference RowSaver saver,
            @Reference Secrets secrets,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this(store, enrolment, saver, secrets, audit, work, Clock.systemUTC());
    }

    public ImportService(
            ImportStore store,
            Enrolment enrolment,
            RowSaver saver,
            Secrets secrets,
            Audit audit,
            UnitOfWork work,
            Clock clock) {
        this.store = store;
        this.enrolment = enrolment;
        this.rows = new RowBook(store);
        this.saver = saver;
        this.secrets = secrets;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** Reads and judges a file; nothing is saved. */
    public PeopleImport begin(PortalId portal, byte[] file, Caller by) {
        PersonId person = member(by);
        String text = CsvText.of(file);
        CsvReader reader = CsvReader.of(text);
        ImportHeader header = ImportHeader.of(
                firstOf(CsvReader.of(text)).orElseThrow(() -> Problem.INVALID.at("", "import.empty", "has no rows")));
        RowBook.requireRoom(header, CsvReader.of(text));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        PeopleImport begun = new PeopleImport(
                Ids.next(clock),
                portal,
                person,
                now,
                now.plus(KEPT),
                ImportState.CHECKED,
                String.valueOf(reader.separator()),
                header.names(),
                header.unknown(),
                kept(header),
                0,
                0,
                0,
                0);
        return work.call(() -> {
            store.deleteExpired(now);
            store.of(portal, person).stream().skip(IMPORTS_AT_ONCE - 1).forEach(old -> store.delete(portal, old.id()));
            store.insert(begun);
            rows.read(begun, header, reader, enrolment.terms(portal, by), new Sealing(secrets, portal));
            return counted(begun);
        });
    }

    /** The caller's imports that are not yet forgotten, newest first. */
    public List<PeopleImport> list(PortalId portal, Caller by) {
        Instant now = clock.instant();
        return work.call(() -> store.of(portal, member(by))).stream()
                .filter(known -> now.isBefore(known.expires()))
                .toList();
    }

    public PeopleImport get(PortalId portal, String id, Caller by) {
        return work.call(() -> mine(store.find(portal, id), by));
    }

    /** Rows in the order of the file, of one verdict or of all. */
    public Page<ImportRow> rows(
            PortalId portal, String id, Optional<ImportVerdict> verdict, PageRequest page, Caller by) {
        return work.call(() -> {
            PeopleImport known = mine(store.find(portal, id), by);
            int after = page.after().map(ImportService::line).orElse(0);
            List<ImportRow> found = store.rows(portal, id, verdict, after, page.limit() + 1);
            List<ImportRow> items =
                    found.stream().limit(page.limit()).map(ImportService::shown).toList();
            Optional<String> next = found.size() > items.size()
                    ? Optional.of(String.valueOf(items.get(items.size() - 1).line()))
                    : Optional.empty();
            return new Page<>(items, next, OptionalLong.of(total(known, verdict)));
        });
    }

    /** Puts other values in the place of those named, and judges the row and its like again; a blank value goes. */
    public ImportRow correct(PortalId portal, String id, int line, Map<String, String> values, Caller by) {
        return work.call(() -> {
            PeopleImport known = open(mine(store.lock(portal, id), by));
            StoredRow present = row(portal, id, line);
            CorrectedValues.requireColumns(known, values);
            Map<String, String> corrected =
                    CorrectedValues.of(present.row().values(), values, new Sealing(secrets, portal));
            ImportRow row = rows.correct(known, present, corrected, enrolment.terms(portal, by));
            counted(known);
            return shown(row);
        });
    }

    /** Leaves a row out. */
    public void leaveOut(PortalId portal, String id, int line, Caller by) {
        work.run(() -> {
            PeopleImport known = open(mine(store.lock(portal, id), by));
            rows.leaveOut(known, row(portal, id, line), enrolment.terms(portal, by));
            counted(known);
        });
    }

    /** Makes people of all rows, or of none when one of them cannot become one. */
    public PeopleImport save(PortalId portal, String id, Caller by) {
        return orJudgedAgain(
                portal,
                id,
                by,
                () -> work.call(() -> {
                    PeopleImport known = savable(portal, id, by);
                    audit.record(portal, by, imported(known));
                    return saver.save(known, enrolment.terms(portal, by));
                }));
    }

    /**
     * Writes all that {@link #save} would write and refuses what it would refuse, some hundred rows at a time, of which none
     * stays: others wait for a moment only, and the import can be deleted meanwhile.
     */
    public PeopleImport dryRun(PortalId portal, String id, Caller by) {
        return orJudgedAgain(portal, id, by, () -> {
            PeopleImport known = work.call(() -> savable(portal, id, by));
            IntConsumer written = saver.steps(known, known.rows());
            OptionalInt line = OptionalInt.of(0);
            while (line.isPresent()) {
                line = rehearsed(portal, id, by, line.getAsInt(), written);
            }
            return known;
        });
    }

    /** Tries the rows behind this line; answers the last of them, if there were any. */
    private OptionalInt rehearsed(PortalId portal, String id, Caller by, int after, IntConsumer written) {
        try {
            return work.call(() -> {
                PeopleImport known = open(mine(store.lock(portal, id), by));
                throw new RolledBack(saver.rehearse(known, enrolment.terms(portal, by), after, written));
            });
        } catch (RolledBack done) {
            return done.line;
        }
    }

    /** Nothing but an exception rolls a unit of work back. */
    private static final class RolledBack extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient OptionalInt line;

        RolledBack(OptionalInt line) {
            super(null, null, false, false);
            this.line = line;
        }
    }

    /** Rows in error are judged once more: what was wrong may have gone. */
    private PeopleImport savable(PortalId portal, String id, Caller by) {
        PeopleImport known = open(mine(store.lock(portal, id), by));
        if (known.errors() == 0) {
            return known;
        }
        rows.judgeAgain(known, enrolment.terms(portal, by));
        return counted(known);
    }

    private PeopleImport orJudgedAgain(PortalId portal, String id, Caller by, Supplier<PeopleImport> attempt) {
        try {
            return attempt.get();
        } catch (PatchbayException e) {
            if (!e.code().equals(RowSaver.CHANGED) && !e.code().equals("store.conflict")) {
                throw e;
            }
            throw work.call(() -> judgedAgain(mine(store.lock(portal, id), by), by));
        }
    }

    /** Somebody took a login in the meantime, even while rows were written, or a right or a department went: the preview shows it. */
    private PatchbayException judgedAgain(PeopleImport known, Caller by) {
        rows.judgeAgain(known, enrolment.terms(known.portal(), by));
        counted(known);
        return store.rows(known.portal(), known.id(), Optional.of(ImportVerdict.ERROR), 0, 1).stream()
                .findFirst()
                .map(row -> RowSaver.changed(row.line()))
                .orElseGet(() -> RowSaver.changed(1));
    }

    /** Beside an entry for each person. */
    private static AuditDraft imported(PeopleImport known) {
        return new AuditDraft(
                "people.imported",
                "people-import",
                known.id(),
                Map.of(),
                Map.of("people", Integer.toString(known.rows()), "columns", String.join(", ", known.columns())));
    }

    public void delete(PortalId portal, String id, Caller by) {
        work.run(() -> {
            mine(store.find(portal, id), by);
            store.delete(portal, id);
        });
    }

    private PeopleImport counted(PeopleImport known) {
        PeopleImport counted = known.counting(store.counts(known.portal(), known.id()));
        store.update(counted);
        return counted;
    }

    private PeopleImport mine(Optional<PeopleImport> found, Caller by) {
        return found.filter(known -> known.isOf(by))
                .filter(known -> clock.instant().isBefore(known.expires()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("import.unknown", "There is no such import"));
    }

    private static PeopleImport open(PeopleImport known) {
        if (known.state() != ImportState.CHECKED) {
            throw Problem.CONFLICT.because("import.saved", "The import is saved already");
        }
        return known;
    }

    private StoredRow row(PortalId portal, String id, int line) {
        return store.row(portal, id, line)
                .orElseThrow(() -> Problem.NOT_FOUND.because("import.no-row", "The import has no such row"));
    }

    private static int total(PeopleImport known, Optional<ImportVerdict> verdict) {
        return verdict.map(wanted -> switch (wanted) {
                    case OK -> known.ok();
                    case WARNING -> known.warnings();
                    case ERROR -> known.errors();
                })
                .orElse(known.rows());
    }

    private static ImportRow shown(ImportRow row) {
        return new ImportRow(row.line(), row.verdict(), Sealing.hide(row.values()), row.findings());
    }

    private static List<String> kept(ImportHeader header) {
        return header.names().stream()
                .filter(name ->
                        ImportColumn.named(name).filter(ImportColumn::kept).isPresent())
                .toList();
    }

    private static Optional<CsvRecord> firstOf(CsvReader reader) {
        while (reader.hasNext()) {
            CsvRecord record = reader.next();
            if (!record.blank()) {
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    private static int line(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException e) {
            throw Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
        }
    }

    private static PersonId member(Caller by) {
        return by.personId().orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in first"));
    }
}
