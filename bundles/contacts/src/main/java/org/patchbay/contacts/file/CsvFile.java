package org.patchbay.contacts.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;

/** Contacts as CSV (RFC 4180): columns in any order by their headings, parted by comma, semicolon or tab. */
final class CsvFile {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int CELL_LIMIT = 16 * 1024;
    private static final Set<Field> NAMING =
            EnumSet.of(Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY, Field.EMAIL);
    private static final List<Field> WRITTEN = Arrays.stream(Field.values())
            .filter(field -> field != Field.FIRST_NAME && field != Field.LAST_NAME)
            .toList();

    private CsvFile() {}

    static ContactFile read(String text, int limit) {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(separator(text))
                .maxBufferSize(CELL_LIMIT)
                .ofCsvRecord(text)) {
            return read(records.iterator(), limit);
        } catch (CsvParseException e) {
            throw Problem.INVALID.at("", "import.csv", "the file is not CSV that can be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContactFile read(Iterator<CsvRecord> records, int limit) {
        List<Optional<Field>> columns = new ArrayList<>();
        List<String> strange = new ArrayList<>();
        if (records.hasNext()) {
            for (String heading : records.next().getFields()) {
                Optional<Field> field = Field.of(heading).filter(known -> !columns.contains(Optional.of(known)));
                columns.add(field);
                if (field.isEmpty() && !heading.isBlank()) {
                    strange.add(heading.length() <= 100 ? heading : heading.substring(0, 100));
                }
            }
        }
        if (columns.stream().flatMap(Optional::stream).noneMatch(NAMING::contains)) {
            throw Problem.INVALID.at("", "import.columns", "the first line must name the columns, one of them name");
        }
        return new ContactFile(rows(records, columns, limit), strange);
    }

    private static List<FileRow> rows(Iterator<CsvRecord> records, List<Optional<Field>> columns, int limit) {
        List<FileRow> rows = new ArrayList<>();
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            Map<Field, String> values = new EnumMap<>(Field.class);
            for (int i = 0; i < Math.min(columns.size(), csv.getFieldCount()); i++) {
                String cell = Formula.restore(csv.getField(i));
                columns.get(i).ifPresent(field -> values.put(field, cell));
            }
            if (values.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            if (rows.size() == limit) {
                throw ContactFile.tooMany(limit);
            }
            rows.add(new FileRow(csv.getStartingLineNumber(), values));
        }
        return rows;
    }

    /** The one that the first line has most of. */
    private static char separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(
                        candidate -> first.chars().filter(c -> c == candidate).count()))
                .filter(candidate -> first.indexOf(candidate) >= 0)
                .orElse(',');
    }

    static void write(Stream<Contact> contacts, Writer out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(WRITTEN.stream().map(Field::heading).toList());
            contacts.forEach(contact -> csv.writeRecord(WRITTEN.stream()
                    .map(field -> Formula.defuse(cell(contact, field)))
                    .toList()));
        }
    }

    private static String cell(Contact contact, Field field) {
        return switch (field) {
            case NAME -> contact.name();
            case FIRST_NAME, LAST_NAME -> "";
            case COMPANY -> contact.company().orElse("");
            case EMAIL -> contact.email().orElse("");
            case PHONE -> contact.phone().orElse("");
            case MOBILE -> contact.mobile().orElse("");
            case EXTENSION -> contact.extension().orElse("");
            case LANGUAGE -> contact.language().orElse("");
            case NOTES -> contact.notes().orElse("");
            case GROUPS -> String.join("; ", contact.groups());
        };
    }
}
