package org.patchbay.contacts.file;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Organization;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.contacts.Contact;

/** Contacts as vCards: versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) are read, 3.0 is written. */
final class VcardFile {

    private static final String BEGIN = "BEGIN:VCARD";
    private static final String END = "END:VCARD";
    private static final String EXTENSION = "X-PATCHBAY-EXTENSION";
    private static final String LANGUAGE = "X-PATCHBAY-LANGUAGE";

    private VcardFile() {}

    /** Reads card by card, so that each has its line and a broken one spoils no other. */
    static List<FileRow> read(String text, int limit) {
        List<FileRow> rows = new ArrayList<>();
        StringBuilder card = new StringBuilder();
        long line = 0;
        long begun = 1;
        for (String next : (Iterable<String>) text.lines()::iterator) {
            line++;
            if (next.strip().toUpperCase(Locale.ROOT).equals(BEGIN)) {
                add(card, begun, rows, limit);
                begun = line;
            }
            card.append(next).append("\r\n");
        }
        add(card, begun, rows, limit);
        return rows;
    }

    private static void add(StringBuilder card, long line, List<FileRow> rows, int limit) {
        if (card.toString().isBlank()) {
            card.setLength(0);
            return;
        }
        if (rows.size() == limit) {
            throw ContactFile.tooMany(limit);
        }
        String text = card.toString();
        boolean whole = text.lines()
                .anyMatch(one -> one.strip().toUpperCase(Locale.ROOT).equals(END));
        rows.add(new FileRow(line, values(text), whole));
        card.setLength(0);
    }

    private static Map<Field, String> values(String text) {
        try (VCardReader reader = new VCardReader(text)) {
            VCard card = reader.readNext();
            return card == null ? Map.of() : values(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Field, String> values(VCard card) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        if (card.getFormattedName() != null) {
            put(values, Field.NAME, card.getFormattedName().getValue());
        }
        StructuredName name = card.getStructuredName();
        if (name != null) {
            put(values, Field.FIRST_NAME, name.getGiven());
            put(values, Field.LAST_NAME, name.getFamily());
        }
        Organization company = card.getOrganization();
        if (company != null && !company.getValues().isEmpty()) {
            put(values, Field.COMPANY, company.getValues().get(0));
        }
        card.getEmails().stream().findFirst().ifPresent(email -> put(values, Field.EMAIL, email.getValue()));
        card.getTelephoneNumbers().forEach(telephone -> number(telephone, values));
        Optional.ofNullable(card.getExtendedProperty(EXTENSION))
                .ifPresent(extension -> put(values, Field.EXTENSION, extension.getValue()));
        card.getLanguages().stream()
                .findFirst()
                .ifPresent(language -> put(values, Field.LANGUAGE, language.getValue()));
        Optional.ofNullable(card.getExtendedProperty(LANGUAGE))
                .ifPresent(language -> put(values, Field.LANGUAGE, language.getValue()));
        String notes = card.getNotes().stream()
                .map(note -> Optional.ofNullable(note.getValue()).orElse(""))
                .collect(Collectors.joining("\n"));
        put(values, Field.NOTES, notes);
        Categories groups = card.getCategories();
        if (groups != null) {
            put(values, Field.GROUPS, String.join(";", groups.getValues()));
        }
        return values;
    }

    /** The first mobile number, and the first other one that is no fax. */
    private static void number(Telephone telephone, Map<Field, String> values) {
        List<TelephoneType> types = telephone.getTypes();
        if (types.contains(TelephoneType.FAX) || types.contains(TelephoneType.PAGER)) {
            return;
        }
        Field field = types.contains(TelephoneType.CELL) ? Field.MOBILE : Field.PHONE;
        String number = telephone.getUri() == null
                ? telephone.getText()
                : telephone.getUri().getNumber();
        if (!values.containsKey(field)) {
            put(values, field, number);
        }
        if (telephone.getUri() != null) {
            put(values, Field.EXTENSION, telephone.getUri().getExtension());
        }
    }

    private static void put(Map<Field, String> values, Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field, value);
        }
    }

    static void write(Stream<Contact> contacts, Writer out) throws IOException {
        try (VCardWriter writer = new VCardWriter(out, VCardVersion.V3_0)) {
            writer.setAddProdId(false);
            writer.setVersionStrict(false);
            contacts.map(VcardFile::card).forEach(card -> {
                try {
                    writer.write(card);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static VCard card(Contact contact) {
        VCard card = new VCard(VCardVersion.V3_0);
        card.setFormattedName(contact.name());
        card.setStructuredName(structured(contact));
        contact.company().ifPresent(card::setOrganization);
        contact.email().ifPresent(card::addEmail);
        contact.phone().ifPresent(phone -> card.addTelephoneNumber(phone, TelephoneType.VOICE));
        contact.mobile().ifPresent(mobile -> card.addTelephoneNumber(mobile, TelephoneType.CELL));
        contact.extension().ifPresent(extension -> card.setExtendedProperty(EXTENSION, extension));
        contact.language().ifPresent(language -> card.setExtendedProperty(LANGUAGE, language));
        contact.notes().ifPresent(card::addNote);
        if (!contact.groups().isEmpty()) {
            card.setCategories(contact.groups().toArray(String[]::new));
        }
        return card;
    }

    /** The parts of a name, as far as it shows them: "Lovelace, Ada" or "Ada Lovelace"; that of a company is one. */
    private static StructuredName structured(Contact contact) {
        StructuredName parts = new StructuredName();
        String name = contact.name();
        int comma = name.indexOf(',');
        int blank = name.lastIndexOf(' ');
        if (contact.company().filter(name::equals).isPresent()) {
            parts.setFamily(name);
        } else if (comma > 0) {
            parts.setFamily(name.substring(0, comma).strip());
            parts.setGiven(name.substring(comma + 1).strip());
        } else {
            parts.setFamily(name.substring(blank + 1));
            parts.setGiven(blank > 0 ? name.substring(0, blank) : null);
        }
        return parts;
    }
}
