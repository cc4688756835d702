package org.patchbay.contacts.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.patchbay.contacts.search.Fold;

/** What a column of a file of contacts can hold, with the headings that it has in other programs. */
enum Field {
    NAME("name", "full name", "display name", "kontakt", "anzeigename", "nombre completo", "nom complet"),
    FIRST_NAME("first name", "given name", "vorname", "nombre", "prenom"),
    LAST_NAME("last name", "family name", "surname", "nachname", "apellido", "apellidos", "nom", "nom de famille"),
    COMPANY(
            "company",
            "organization",
            "organisation",
            "organization name",
            "org",
            "firma",
            "unternehmen",
            "empresa",
            "societe",
            "entreprise"),
    EMAIL(
            "email",
            "e-mail",
            "e-mail address",
            "e-mail 1 value",
            "mail",
            "correo",
            "correo electronico",
            "courriel",
            "adresse e-mail"),
    PHONE(
            "phone",
            "telephone",
            "tel",
            "phone number",
            "business phone",
            "work phone",
            "phone 1 value",
            "telefon",
            "telefono"),
    MOBILE("mobile", "mobile phone", "cell", "cell phone", "mobil", "handy", "mobiltelefon", "movil", "portable"),
    EXTENSION("extension", "ext", "durchwahl", "nebenstelle", "poste"),
    LANGUAGE("language", "lang", "sprache", "idioma", "langue"),
    NOTES("notes", "note", "comment", "comments", "notizen", "bemerkung", "notas", "remarques"),
    GROUPS("groups", "group", "categories", "labels", "gruppen", "gruppe", "kategorien", "grupos", "groupes");

    private final List<String> headings;

    Field(String... headings) {
        this.headings = Arrays.stream(headings).map(Field::key).toList();
    }

    /** The heading that an export has. */
    String heading() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<Field> of(String heading) {
        String key = key(heading);
        return Arrays.stream(values())
                .filter(field -> field.headings.contains(key))
                .findFirst();
    }

    private static String key(String heading) {
        return String.join("", Fold.words(heading));
    }
}
