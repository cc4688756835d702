package org.patchbay.identity.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.identity.store.StoredRow;

/**
 * Judges the rows of an import, each by itself, against the people there are, and against its like in the file: the first
 * of a login is right, the others are wrong. Called inside a unit of work.
 */
final class RowBook {

    static final int CHUNK = 500;

    private static final int ROW_LIMIT = 20_000;
    private static final int ALIKE_LIMIT = 200;

    private final ImportStore store;

    RowBook(ImportStore store) {
        this.store = store;
    }

    /** INVALID if there are more rows than are taken; before the first is judged, which takes its time. */
    static void requireRoom(ImportHeader header, CsvReader reader) {
        int most = header.given() ? ROW_LIMIT + 1 : ROW_LIMIT;
        int rows = 0;
        while (reader.hasNext()) {
            if (!reader.next().blank() && ++rows > most) {
                throw Problem.INVALID.at(
                        "", "import.rows", "has more than " + ROW_LIMIT + " rows", Map.of("limit", ROW_LIMIT));
            }
        }
    }

    /** Reads the rows, a few hundred in memory at a time. */
    void read(PeopleImport begun, ImportHeader header, CsvReader reader, Enrolment.Terms terms, Sealing sealing) {
        RowJudge judge = new RowJudge(terms);
        First first = new First();
        List<Draft> chunk = new ArrayList<>();
        boolean headerSeen = !header.given();
        int rows = 0;
        while (reader.hasNext()) {
            CsvRecord record = reader.next();
            if (record.blank()) {
                continue;
            }
            if (!headerSeen) {
                headerSeen = true;
                continue;
            }
            rows++;
            chunk.add(new Draft(record.line(), header.values(record), oddities(record, header)));
            if (chunk.size() == CHUNK) {
                write(begun, chunk, judge, terms, first, sealing);
                chunk.clear();
            }
        }
        if (rows == 0) {
            throw Problem.INVALID.at("", "import.empty", "has no rows");
        }
        write(begun, chunk, judge, terms, first, sealing);
    }

    private void write(
            PeopleImport begun,
            List<Draft> chunk,
            RowJudge judge,
            Enrolment.Terms terms,
            First first,
            Sealing sealing) {
        Taken taken = Taken.of(
                terms,
                chunk.stream()
                        .flatMap(draft -> addresses(draft.values()).stream())
                        .toList(),
                numbers(chunk));
        List<StoredRow> rows = new ArrayList<>();
        for (Draft draft : chunk) {
            List<ImportFinding> findings = new ArrayList<>(draft.findings());
            findings.addAll(taken.findings(draft.values()));
            findings.addAll(first.findings(draft));
            RowJudge.Judged judged = judge.judge(draft.values(), findings);
            rows.add(stored(
                    new ImportRow(draft.line(), judged.verdict(), sealing.seal(draft.values()), judged.findings())));
        }
        store.insertRows(begun.portal(), begun.id(), rows);
    }

    /** Judges the corrected row, and those that shared its login or number before or do so now. */
    ImportRow correct(PeopleImport known, StoredRow present, Map<String, String> values, Enrolment.Terms terms) {
        PortalId portal = known.portal();
        List<StoredRow> before = sharing(known, present);
        StoredRow corrected = stored(new ImportRow(present.row().line(), ImportVerdict.OK, values, List.of()));
        store.updateRow(portal, known.id(), corrected);
        before.stream()
                .filter(row -> row.row().line() != present.row().line())
                .forEach(row -> judgeAlone(known, row, terms));
        sharing(known, corrected).stream()
                .filter(row -> row.row().line() > present.row().line())
                .forEach(row -> judgeAlone(known, row, terms));
        return judgeAlone(known, corrected, terms);
    }

    void leaveOut(PeopleImport known, StoredRow row, Enrolment.Terms terms) {
        store.deleteRow(known.portal(), known.id(), row.row().line());
        sharing(known, row).forEach(other -> judgeAlone(known, other, terms));
    }

    /** Judges every row as of now. */
    void judgeAgain(PeopleImport known, Enrolment.Terms terms) {
        int after = 0;
        List<ImportRow> chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, CHUNK);
        while (!chunk.isEmpty()) {
            chunk.forEach(row -> judgeAlone(known, stored(row), terms));
            after = chunk.get(chunk.size() - 1).line();
            chunk = store.rows(known.portal(), known.id(), Optional.empty(), after, CHUNK);
        }
    }

    private ImportRow judgeAlone(PeopleImport known, StoredRow row, Enrolment.Terms terms) {
        Map<String, String> values = row.row().values();
        List<ImportFinding> findings = new ArrayList<>(
                Taken.of(terms, addresses(values), row.extension().stream().toList())
                        .findings(values));
        sharing(known, row).stream()
                .filter(other -> other.row().line() < row.row().line())
                .findFirst()
                .ifPresent(other -> findings.add(twice(row, other)));
        RowJudge.Judged judged = new RowJudge(terms).judge(values, findings);
        ImportRow result = new ImportRow(row.row().line(), judged.verdict(), values, judged.findings());
        store.updateRow(known.portal(), known.id(), stored(result));
        return result;
    }

    private static List<ImportFinding> oddities(CsvRecord record, ImportHeader header) {
        if (record.broken()) {
            return List.of(new ImportFinding(
                    "",
                    "import.quote",
                    "has a quote, opened in line " + record.openQuote() + ", that is never closed",
                    true));
        }
        int wanted = header.names().size();
        int there = record.cells().size();
        if (there > wanted && record.cells().subList(wanted, there).stream().anyMatch(cell -> !cell.isBlank())) {
            return List.of(new ImportFinding(
                    "", "import.cells", "has " + there + " cells, but there are " + wanted + " columns", true));
        }
        return there < wanted && header.given()
                ? List.of(
                        new ImportFinding("", "import.short", "has only " + there + " of " + wanted + " cells", false))
                : List.of();
    }

    private static StoredRow stored(ImportRow row) {
        return new StoredRow(
                row,
                Optional.of(key(row.values())).filter(login -> !login.isEmpty()),
                email(row.values()),
                extension(row.values()));
    }

    private static String key(Map<String, String> values) {
        String key = RowJudge.login(values).strip().toLowerCase(Locale.ROOT);
        return key.length() > 64 ? key.substring(0, 64) : key;
    }

    private static Optional<String> email(Map<String, String> values) {
        return Optional.ofNullable(values.get(ImportColumn.EMAIL.header()))
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty() && email.length() <= 254);
    }

    /** By which the person of the row would sign in. */
    static Set<String> addresses(Map<String, String> values) {
        Set<String> addresses = new HashSet<>(email(values).stream().toList());
        addresses.add(key(values));
        addresses.remove("");
        return addresses;
    }

    private List<StoredRow> sharing(PeopleImport known, StoredRow row) {
        return store.sharing(known.portal(), known.id(), addresses(row.row().values()), row.extension(), ALIKE_LIMIT);
    }

    static Optional<String> extension(Map<String, String> values) {
        return Optional.ofNullable(values.get(ImportColumn.NUMBER.header()))
                .map(String::strip)
                .filter(number -> !number.isEmpty() && number.length() <= 20);
    }

    private static Set<String> numbers(List<Draft> chunk) {
        return chunk.stream()
                .flatMap(draft -> extension(draft.values()).stream())
                .collect(Collectors.toSet());
    }

    private static ImportFinding twice(StoredRow row, StoredRow other) {
        int line = other.row().line();
        Set<String> others = addresses(other.row().values());
        if (row.login().filter(others::contains).isPresent()) {
            return loginTwice(row.row().values(), line);
        }
        return row.email().filter(others::contains).isPresent() ? emailTwice(line) : numberTwice(line);
    }

    private static ImportFinding loginTwice(Map<String, String> values, int line) {
        return new ImportFinding(loginColumn(values), "import.login-twice", "has the login of line " + line, true);
    }

    private static ImportFinding emailTwice(int line) {
        return new ImportFinding(
                ImportColumn.EMAIL.header(), "import.email-twice", "has the e-mail address of line " + line, true);
    }

    private static ImportFinding numberTwice(int line) {
        return new ImportFinding(
                ImportColumn.NUMBER.header(), "import.number-twice", "has the number of line " + line, true);
    }

    private static String loginColumn(Map<String, String> values) {
        return values.containsKey(ImportColumn.LOGIN.header())
                ? ImportColumn.LOGIN.header()
                : ImportColumn.EMAIL.header();
    }

    /** A row that is read and not yet judged. */
    private record Draft(int line, Map<String, String> values, List<ImportFinding> findings) {}

    /** Who was first in the file. */
    private static final class First {

        private final Map<String, Integer> addresses = new HashMap<>();
        private final Map<String, Integer> numbers = new HashMap<>();

        List<ImportFinding> findings(Draft draft) {
            List<ImportFinding> findings = new ArrayList<>();
            String key = key(draft.values());
            Integer line = key.isEmpty() ? null : addresses.putIfAbsent(key, draft.line());
            if (line != null) {
                findings.add(loginTwice(draft.values(), line));
            }
            email(draft.values()).filter(email -> !email.equals(key)).ifPresent(email -> {
                Integer other = addresses.putIfAbsent(email, draft.line());
                if (other != null && line == null) {
                    findings.add(emailTwice(other));
                }
            });
            extension(draft.values()).ifPresent(number -> {
                Integer other = numbers.putIfAbsent(number, draft.line());
                if (other != null && line == null) {
                    findings.add(numberTwice(other));
                }
            });
            return findings;
        }
    }

    /** What people have already. */
    private record Taken(Set<String> addresses, Set<String> numbers) {

        static Taken of(Enrolment.Terms terms, Iterable<String> addresses, Iterable<String> numbers) {
            return new Taken(terms.takenAddresses(set(addresses)), terms.takenExtensions(set(numbers)));
        }

        List<ImportFinding> findings(Map<String, String> values) {
            List<ImportFinding> findings = new ArrayList<>();
            if (addresses.contains(key(values))) {
                findings.add(new ImportFinding(
                        loginColumn(values),
                        "import.login-taken",
                        "is the login of somebody who is here already",
                        true));
            }
            if (email(values)
                    .filter(email -> !email.equals(key(values)))
                    .filter(addresses::contains)
                    .isPresent()) {
                findings.add(new ImportFinding(
                        ImportColumn.EMAIL.header(),
                        "import.email-taken",
                        "is how somebody who is here already signs in",
                        true));
            }
            if (extension(values).filter(numbers::contains).isPresent()) {
                findings.add(new ImportFinding(
                        ImportColumn.NUMBER.header(),
                        "import.number-taken",
                        "is the number of somebody who is here already",
                        true));
            }
            return findings;
        }

        private static Set<String> set(Iterable<String> values) {
            Set<String> set = new HashSet<>();
            values.forEach(value -> {
                if (!value.isEmpty()) {
                    set.add(value);
                }
            });
            return set;
        }
    }
}
