package org.patchbay.contacts.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.api.contacts.Visibility.PRIVATE;
import static org.patchbay.api.contacts.Visibility.PUBLIC;
import static org.patchbay.contacts.file.ContactImportRow.Verdict.FAULTY;
import static org.patchbay.contacts.file.ContactImportRow.Verdict.FRESH;
import static org.patchbay.contacts.file.ContactImportRow.Verdict.KNOWN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.ContactFilter;
import org.patchbay.api.identity.Caller;
import org.patchbay.contacts.World;

class ContactFilesTest {

    private static final String CARDS = String.join(
            "\r\n",
            "BEGIN:VCARD",
            "VERSION:2.1",
            "N:Lovelace;Ada",
            "TEL;CELL:+49 171 1234567",
            "TEL;WORK;FAX:030 999999",
            "TEL;WORK:030 901820",
            "END:VCARD",
            "",
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Grace",
            " Hopper",
            "ORG:Navy\\, US;Research",
            "EMAIL;TYPE=INTERNET:grace@navy.example",
            "CATEGORIES:Board,Pilots",
            "NOTE:One\\nTwo",
            "END:VCARD",
            "begin:vcard",
            "version:4.0",
            "FN:Eve",
            "TEL;VALUE=uri;TYPE=\"voice,home\":tel:+49-30-123456;ext=204",
            "LANG:fr",
            "END:VCARD",
            "BEGIN:VCARD",
            "VERSION:3.0",
            "FN:Broken",
            "EMAIL:nobody",
            "END:VCARD",
            "");

    private final World world = new World();
    private final ContactImports imports = new ContactImports(
            world.books, world.press, world.store, world.events, world.audit, world.work, world.numbers, world.config);
    private final ContactExports exports = new ContactExports(world.contacts);

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ContactImportReport run(String file, boolean save) {
        return imports.run(world.acme, PUBLIC, bytes(file), save, world.administrator);
    }

    private List<Contact> all(Caller by) {
        return world.contacts
                .list(world.acme, ContactFilter.ALL, PageRequest.first(100), by)
                .items();
    }

    private static void refuses(Problem problem, String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                    .isEqualTo(code);
        });
    }

    @Test
    void looksFirstAndSavesNothing() {
        ContactImportReport report =
                run("name,email\nAda,ada@acme.example\nEve,nobody\n\nAda,ada@acme.example\n", false);

        assertThat(report.saved()).isFalse();
        assertThat(report.rows())
                .extracting(ContactImportRow::line, ContactImportRow::name, ContactImportRow::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "Ada", FRESH),
                        org.assertj.core.groups.Tuple.tuple(3L, "Eve", FAULTY),
                        org.assertj.core.groups.Tuple.tuple(5L, "Ada", KNOWN));
        assertThat(report.rows().get(1).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/email");
        assertThat(all(world.administrator)).isEmpty();
        assertThat(world.events.published()).isEmpty();
    }

    @Test
    void savesWhatIsNewAndSound() {
        String file = "name,email\nAda,ada@acme.example\nEve,nobody\n";
        ContactImportReport report = run(file, true);

        assertThat(report.saved()).isTrue();
        assertThat(report.fresh()).isOne();
        assertThat(report.faulty()).isOne();
        assertThat(all(world.user)).extracting(Contact::name).containsExactly("Ada");
        assertThat(world.events.published("contact.imported"))
                .singleElement()
                .satisfies(event -> assertThat(event.data()).isEqualTo("{\"visibility\":\"PUBLIC\",\"contacts\":1}"));
        assertThat(run(file, true).known())
                .as("the same file again adds nothing")
                .isOne();
        assertThat(all(world.user)).hasSize(1);
    }

    @Test
    void readsColumnsInAnyOrderAndEverySeparator() {
        String byHeading =
                "\uFEFFGruppen;E-Mail;Vorname;Nachname;Firma;Telefon;Mobil;Durchwahl;Sprache;Bemerkung;Farbe\r\n"
                        + "Board; Pilots;ada@acme.example;Ada;Lovelace;Bolt;x;x;;;;\r\n"
                        + "\"Board; Pilots\";ada@acme.example;Ada;Lovelace;\"Bolt; \"\"Söhne\"\"\";030 901820;'+49 171 1234567;204;DE;\"Zwei\nZeilen\";rot\r\n";
        ContactImportReport report = run(byHeading, true);

        assertThat(report.strange()).containsExactly("Farbe");
        assertThat(report.faulty()).as("a row whose separators are not quoted").isOne();
        assertThat(report.rows().get(1).line()).isEqualTo(3);
        assertThat(all(world.user)).singleElement().satisfies(ada -> {
            assertThat(ada.name()).isEqualTo("Ada Lovelace");
            assertThat(ada.company()).hasValue("Bolt; \"Söhne\"");
            assertThat(ada.email()).hasValue("ada@acme.example");
            assertThat(ada.phoneE164()).hasValue("+4930901820");
            assertThat(ada.mobile()).hasValue("+49 171 1234567");
            assertThat(ada.extension()).hasValue("204");
            assertThat(ada.language()).hasValue("de");
            assertThat(ada.notes()).hasValue("Zwei\nZeilen");
            assertThat(ada.groups()).containsExactly("Board", "Pilots");
        });
        assertThat(run("email\tname\nx@acme.example\tTab\n", false).fresh()).isOne();
        assertThat(run("company,phone\nOnly a company,030 1234\n", false)
                        .rows()
                        .get(0)
                        .name())
                .isEqualTo("Only a company");
    }

    @Test
    void readsCardsOfEveryVersion() {
        ContactImportReport report = run(CARDS, true);

        assertThat(report.rows())
                .extracting(ContactImportRow::line, ContactImportRow::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, FRESH),
                        org.assertj.core.groups.Tuple.tuple(9L, FRESH),
                        org.assertj.core.groups.Tuple.tuple(18L, FRESH),
                        org.assertj.core.groups.Tuple.tuple(24L, FAULTY));
        List<Contact> contacts = all(world.user);
        assertThat(contacts).extracting(Contact::name).containsExactly("Ada Lovelace", "Eve", "GraceHopper");
        assertThat(contacts.get(0).mobileE164()).hasValue("+491711234567");
        assertThat(contacts.get(0).phone()).hasValue("030 901820");
        assertThat(contacts.get(1).phoneE164()).hasValue("+4930123456");
        assertThat(contacts.get(1).extension()).hasValue("204");
        assertThat(contacts.get(1).language()).hasValue("fr");
        assertThat(contacts.get(2).company()).hasValue("Navy, US");
        assertThat(contacts.get(2).groups()).containsExactly("Board", "Pilots");
        assertThat(contacts.get(2).notes()).hasValue("One\nTwo");
    }

    @Test
    void refusesWhatIsNoFileOfContacts() {
        refuses(Problem.INVALID, "import.empty", () -> run(" \n", false));
        refuses(Problem.INVALID, "import.columns", () -> run("nonsense\nAda\n", false));
        refuses(Problem.TOO_LARGE, "import.large", () -> run("name\n" + "x".repeat(65 * 1024), false));
        refuses(Problem.TOO_LARGE, "import.many", () -> run("name\n" + "Ada\n".repeat(51), false));
        refuses(Problem.TOO_LARGE, "import.many", () -> run("BEGIN:VCARD\nFN:A\nEND:VCARD\n".repeat(51), false));
        InputStream latin = new ByteArrayInputStream("name\nMüller\n".getBytes(StandardCharsets.ISO_8859_1));
        refuses(
                Problem.INVALID,
                "import.encoding",
                () -> imports.run(world.acme, PUBLIC, latin, false, world.administrator));
        refuses(
                Problem.FORBIDDEN,
                "contact.public",
                () -> imports.run(world.acme, PUBLIC, bytes("name\nAda\n"), true, world.user));
        refuses(
                Problem.TOO_LARGE,
                "contacts.full",
                () -> imports.run(world.acme, PRIVATE, bytes("name\nA\nB\nC\nD\n"), true, world.user));
        assertThat(all(world.user)).isEmpty();
    }

    private String csv(Caller by) throws IOException {
        StringWriter out = new StringWriter();
        exports.csv(world.acme, ContactFilter.ALL, by, out);
        return out.toString();
    }

    @Test
    void defusesFormulasOnTheWayOutAndRestoresThemOnTheWayIn() throws IOException {
        for (String name : List.of(
                "=1+1", "+49", "+49-1", "+cmd(1)", "-x", "@cmd", "'=x", "''", "'quoted", "Plain", "\uff1d1", "\uff0b1",
                "\uff0d1", "\uff201", "|calc")) {
            world.contacts.createPublic(world.acme, World.draft(PUBLIC, name));
        }
        String out = csv(world.user);
        assertThat(out.lines()).noneMatch(line -> line.matches("^([=@|\uff1d\uff0b\uff0d\uff20-]|\\+.*[^0-9 (),]).*"));
        assertThat(out).contains("'=1+1,", "\n+49,", "'+49-1,", "'+cmd(1),", "''=x,", "'quoted,");

        List<String> before = all(world.user).stream().map(Contact::name).toList();
        world.store.erase(world.acme);
        run(out, true);
        assertThat(all(world.user)).extracting(Contact::name).containsExactlyElementsOf(before);
    }

    @Test
    void aNumberGoesOutAsItIs() throws IOException {
        ContactDraft draft = World.full(PUBLIC, "Müller, Hans");
        Contact hans = world.contacts.create(world.acme, draft, world.administrator);
        assertThat(csv(world.user)).contains(hans.phone().orElseThrow()).doesNotContain("'");
    }

    @Test
    void aCardWithoutItsEndIsRefusedWithItsLine() {
        ContactImportReport report =
                run("BEGIN:VCARD\nFN:Ada\nBEGIN:VCARD\nFN:Eve\nEND:VCARD\nBEGIN:VCARD\nFN:Cut", true);

        assertThat(report.rows())
                .extracting(ContactImportRow::line, ContactImportRow::name, ContactImportRow::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "Ada", FAULTY),
                        org.assertj.core.groups.Tuple.tuple(3L, "Eve", FRESH),
                        org.assertj.core.groups.Tuple.tuple(6L, "Cut", FAULTY));
        assertThat(report.rows().get(0).errors()).extracting(FieldError::code).containsExactly("import.card-end");
    }

    @Test
    void aNameIsPartedWhereItShowsItsParts() throws IOException {
        for (String name : List.of("Müller, Hans", "Ada King Lovelace", "Plato")) {
            world.contacts.createPublic(world.acme, World.draft(PUBLIC, name));
        }
        Optional<String> bolt = Optional.of("Bolt, Nut & Co");
        Optional<String> none = Optional.empty();
        world.contacts.createPublic(
                world.acme,
                new ContactDraft(PUBLIC, "Bolt, Nut & Co", bolt, none, none, none, none, none, none, Optional.empty()));
        StringWriter out = new StringWriter();
        exports.vcards(world.acme, ContactFilter.ALL, world.user, out);

        assertThat(out.toString().lines().filter(line -> line.startsWith("N:")))
                .containsExactlyInAnyOrder("N:Müller;Hans", "N:Lovelace;Ada King", "N:Plato", "N:Bolt\\, Nut & Co");
    }

    @Test
    void whatGoesOutComesBackIn() throws IOException {
        List<Contact> before = new ArrayList<>();
        for (String name : List.of("Grace \"Amazing\" Höpper", "Müller, Hans", "'+49 30", "Zed; \\n, Zoe")) {
            before.add(world.contacts.create(world.acme, World.full(PUBLIC, name), world.administrator));
        }
        StringWriter cards = new StringWriter();
        exports.vcards(world.acme, ContactFilter.ALL, world.user, cards);
        for (String file : List.of(csv(world.user), cards.toString())) {
            world.store.erase(world.acme);
            assertThat(run(file, true).fresh()).as(file).isEqualTo(before.size());
            assertThat(all(world.user))
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "created")
                    .containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    @Tag("S1.18")
    void exportsOnlyWhatIsSeen() throws IOException {
        world.contacts.create(world.acme, World.draft(PRIVATE, "Secret"), world.user);
        world.contacts.createPublic(world.acme, World.draft(PUBLIC, "Open"));

        assertThat(csv(world.administrator)).contains("Open").doesNotContain("Secret");
        assertThat(csv(world.user)).contains("Open", "Secret");
        StringWriter out = new StringWriter();
        exports.csv(
                world.acme,
                new ContactFilter(Optional.empty(), Optional.empty(), Optional.of(PRIVATE)),
                world.user,
                out);
        assertThat(out.toString()).contains("Secret").doesNotContain("Open");
    }

    @Test
    void writesManyPages() throws IOException {
        for (int i = 0; i < 520; i++) {
            world.contacts.createPublic(world.acme, World.draft(PUBLIC, "Contact " + i));
        }
        assertThat(csv(world.user).lines()).hasSize(521);
    }
}
