package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Membership;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonDraft;
import org.patchbay.api.identity.Right;
import org.patchbay.identity.World;
import org.patchbay.identity.people.CustomRoles;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;

class ImportServiceTest {

    private final World world = new World();
    private final Caller owner = Callers.administrator(world.acme);

    @AfterEach
    void close() {
        world.close();
    }

    private PeopleImport begin(String text) {
        return begin(text, owner);
    }

    private PeopleImport begin(String text, Caller by) {
        return world.imports.begin(world.acme, text.getBytes(StandardCharsets.UTF_8), by);
    }

    private List<ImportRow> rows(PeopleImport begun) {
        return world.imports
                .rows(world.acme, begun.id(), Optional.empty(), PageRequest.first(50), owner)
                .items();
    }

    private static List<String> codes(ImportRow row) {
        return row.findings().stream().map(ImportFinding::code).toList();
    }

    private List<Person> people() {
        return world.people
                .list(world.acme, PeopleQuery.ALL, PageRequest.first(50), owner)
                .items();
    }

    private static void refuses(String code, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(
                        e.errors().isEmpty() ? e.code() : e.errors().get(0).code())
                .isEqualTo(code));
    }

    @Test
    @Tag("S1.10")
    @Tag("S1.12")
    @Tag("S1.13")
    @Tag("S1.15")
    @Tag("S1.45")
    @Tag("X.04")
    void showsTwoColumnsAndSavesNothingBeforeSave() {
        PeopleImport begun = begin(
                """
                \ufeff\u201cada@example.org\u201d, \u201cAda Lovelace\u201d\r
                EmailAddress: "eve@example.org", "Eve Example"\r
                """);

        assertThat(begun.rows()).isEqualTo(2);
        assertThat(begun.ok()).isEqualTo(2);
        assertThat(people()).isEmpty();

        PeopleImport saved = world.imports.save(world.acme, begun.id(), owner);

        assertThat(saved.state()).isEqualTo(ImportState.SAVED);
        assertThat(people()).extracting(Person::name).containsExactly("Ada Lovelace", "Eve Example");
        assertThat(people()).extracting(Person::login).containsExactly("ada@example.org", "eve@example.org");
        await().untilAsserted(() -> assertThat(world.mails.sent()).hasSize(2));
        assertThat(world.token("ada@example.org")).hasSize(22);
        assertThat(world.events.published("person.created")).hasSize(2);
        world.welcomes.run();
        assertThat(world.mails.sent()).hasSize(2);
        refuses("import.saved", () -> world.imports.save(world.acme, begun.id(), owner));
    }

    @Test
    @Tag("S1.13")
    @Tag("S3.45")
    void namesEachBadRowWithItsLine() {
        world.people.create(world.acme, PersonDraft.of("taken@example.org", "Old"), owner);
        PeopleImport begun = begin(
                """
                EmailAddress,DisplayName,Department,ActiveUntil
                ada@example.org,Ada,default,2027-01-01
                email@,Eve,DEFAULT,
                ADA@example.org,Twin,,

                taken@example.org,Old,,
                bob@example.org,,Nowhere,31.1.2027
                "open@example.org,Open
                cy@example.org,Cy
                """);

        List<ImportRow> rows = rows(begun);
        assertThat(rows).extracting(ImportRow::line).containsExactly(2, 3, 4, 6, 7, 8, 9);
        assertThat(rows.stream().map(ImportServiceTest::codes))
                .containsExactly(
                        List.of(),
                        List.of("email.invalid"),
                        List.of("import.login-twice"),
                        List.of("import.login-taken"),
                        List.of("import.name", "import.date", "import.department"),
                        List.of("import.quote", "import.name"),
                        List.of("import.short"));
        assertThat(rows.get(5).findings().get(0).detail()).contains("line 8");
        assertThat(rows.get(1).findings().get(0).column()).isEqualTo("EmailAddress");
        assertThat(rows.get(2).findings().get(0).detail()).contains("line 2");
        assertThat(begun.ok()).isEqualTo(1);
        assertThat(begun.warnings()).isEqualTo(1);
        assertThat(begun.errors()).isEqualTo(5);
        refuses("import.errors", () -> world.imports.save(world.acme, begun.id(), owner));
        assertThat(people()).hasSize(1);
    }

    @Test
    void aQuoteThatIsNeverClosedCostsItsOwnLineAndIsNamedByIt() {
        PeopleImport begun = begin(
                """
                EmailAddress,DisplayName
                "ada@example.org","Ada"
                "open@example.org,Open
                "cy@example.org","Cy"
                """);

        List<ImportRow> rows = rows(begun);
        assertThat(rows).extracting(ImportRow::line).containsExactly(2, 3, 4);
        assertThat(rows.get(1).findings().get(0).detail())
                .isEqualTo("has a quote, opened in line 3, that is never closed");
        assertThat(rows.get(2).findings()).isEmpty();
    }

    @Test
    void namesRolesByTheirTitles() {
        world.customRoles.create(
                world.acme, new CustomRoles.RoleDraft("Reports only", false, Set.of(Right.SEE_REPORTS)), owner);
        PeopleImport begun = begin("EmailAddress,DisplayName,Role\nada@example.org,Ada,emperor\n");

        assertThat(rows(begun).get(0).findings().get(0).detail())
                .contains("Reports only", "manager")
                .doesNotContainPattern("[0-9a-f]{8}-");
    }

    @Test
    @Tag("S1.12")
    void correctsInPlaceAndJudgesTheLikeAgain() {
        PeopleImport begun = begin("EmailAddress;Name\nada@example.org;Ada\nada@example.org;Other\nx@;X\n");

        ImportRow moved = world.imports.correct(
                world.acme, begun.id(), 2, Map.of("EmailAddress", "ada2@example.org", "DisplayName", "Ada"), owner);

        assertThat(moved.verdict()).isEqualTo(ImportVerdict.OK);
        assertThat(rows(begun))
                .extracting(ImportRow::verdict)
                .containsExactly(ImportVerdict.OK, ImportVerdict.OK, ImportVerdict.ERROR);
        world.imports.leaveOut(world.acme, begun.id(), 4, owner);
        PeopleImport now = world.imports.get(world.acme, begun.id(), owner);
        assertThat(now.rows()).isEqualTo(2);
        assertThat(now.errors()).isZero();
        world.imports.save(world.acme, begun.id(), owner);
        assertThat(people()).extracting(Person::login).containsExactly("ada2@example.org", "ada@example.org");
    }

    @Test
    @Tag("S3.18")
    @Tag("S3.19")
    @Tag("S3.17")
    void takesTheFortyFiveColumnsAndKeepsWhatNothingUses() {
        String sample = SampleFile.EXTENSIONS.text();
        PeopleImport begun = begin(sample.replace("<rolename=\"\"users\"\"/>", "<rolename=\"\"system_owners\"\"/>"));

        assertThat(begun.columns()).hasSize(45);
        assertThat(begun.unknown()).isEmpty();
        assertThat(rows(begun).get(0).findings()).isEmpty();
        assertThat(rows(begun).get(0).values().get("VMPIN")).doesNotContain("493027");
        world.imports.save(world.acme, begun.id(), owner);

        Person ada = people().get(0);
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(ada.extension()).contains("100");
        assertThat(ada.roles()).containsExactly("system-owner");
        assertThat(ada.memberships()).containsExactly(new Membership(DepartmentId.defaultOf(world.acme), "user"));
        Map<String, String> kept = world.attributes.of(world.acme, ada.id());
        assertThat(kept)
                .containsEntry("VMEnable", "1")
                .containsKey("RecordCalls")
                .doesNotContainKey("Number");
        assertThat(kept.get("VMPIN")).isEqualTo(Sealing.HIDDEN);
        assertThat(world.importedStore.attributes(world.acme, ada.id()).get("VMPIN"))
                .startsWith("sealed:")
                .doesNotContain("493027");
    }

    @Test
    @Tag("S3.40")
    void grantsNoMoreThanTheImporterMay() {
        String row = "EmailAddress,Name,Role\nada@example.org,Ada,\"<rolename=\"\"system_owners\"\"/>\"\n";
        Caller manager = Callers.holder(world.acme, DepartmentId.defaultOf(world.acme), "manager");

        PeopleImport begun = begin(row, manager);

        assertThat(begun.errors()).isEqualTo(1);
        assertThat(begin(row).errors()).isZero();
        assertThat(begin(row, Callers.root()).errors()).isZero();
    }

    @Test
    void isTheImportersAloneForADay() {
        PeopleImport begun = begin("ada@example.org,Ada\n");
        Caller other = Callers.administrator(world.acme);

        refuses("import.unknown", () -> world.imports.get(world.acme, begun.id(), other));
        refuses("import.unknown", () -> world.imports.get(world.bolt, begun.id(), owner));
        refuses("import.unknown", () -> world.imports.save(world.acme, begun.id(), other));
        assertThat(world.imports.list(world.acme, other)).isEmpty();
        assertThat(world.imports.list(world.acme, owner)).hasSize(1);
        world.pass(Duration.ofHours(25));
        refuses("import.unknown", () -> world.imports.get(world.acme, begun.id(), owner));
    }

    @Test
    void savesNobodyWhenSomebodyCameInBetween() {
        PeopleImport begun = begin("ada@example.org,Ada\nbob@example.org,Bob\n");
        world.people.create(world.acme, PersonDraft.of("BOB@example.org", "Bob"), owner);

        refuses("import.changed", () -> world.imports.dryRun(world.acme, begun.id(), owner));
        refuses("import.errors", () -> world.imports.dryRun(world.acme, begun.id(), owner));
        refuses("import.errors", () -> world.imports.save(world.acme, begun.id(), owner));

        assertThat(people()).hasSize(1);
        assertThat(codes(rows(begun).get(1))).containsExactly("import.login-taken");
        assertThat(world.imports.get(world.acme, begun.id(), owner).errors()).isEqualTo(1);
    }

    @Test
    void savesWhenWhatWasWrongHasGone() {
        PeopleImport begun = begin("ada@example.org,Ada\nbob@example.org,Bob\n");
        Person taken = world.people.create(world.acme, PersonDraft.of("bob@example.org", "Bob"), owner);
        refuses("import.changed", () -> world.imports.save(world.acme, begun.id(), owner));
        world.people.delete(world.acme, taken.id(), owner);

        world.imports.save(world.acme, begun.id(), owner);

        assertThat(people()).hasSize(2);
    }

    @Test
    void tellsWhoCameInWhileItSaved() {
        String file = IntStream.range(0, 1_200)
                .mapToObj(i -> "p" + i + "@example.org,Person " + i)
                .collect(Collectors.joining("\n"));
        PeopleImport begun = begin(file);
        var faster = new LiveSink() {
            @Override
            public void send(String message) {
                world.people.create(world.acme, PersonDraft.of("p900@example.org", "Faster"), owner);
            }

            @Override
            public void close(String reason) {}
        };
        world.progress.open(owner, world.acme, "{\"import\":\"" + begun.id() + "\"}", faster);

        refuses("import.changed", () -> world.imports.save(world.acme, begun.id(), owner));

        assertThat(world.imports.get(world.acme, begun.id(), owner).errors()).isPositive();
    }

    @Test
    void tellsHowFarItIs() {
        String file = IntStream.range(0, 1_200)
                .mapToObj(i -> "p" + i + "@example.org,Person " + i)
                .collect(Collectors.joining("\n"));
        PeopleImport begun = begin(file);
        var sink = new RecordedSink();
        world.progress.open(owner, world.acme, "{\"import\":\"" + begun.id() + "\"}", sink);

        world.imports.save(world.acme, begun.id(), owner);

        // Written, audited, announced.
        await().untilAsserted(() -> assertThat(sink.messages())
                .containsExactly(Stream.of(500, 1000, 1200, 1700, 2200, 2400, 2900, 3400, 3600)
                        .map(done -> "{\"done\":" + done + ",\"of\":3600}")
                        .toArray(String[]::new)));
    }

    @Test
    void onlyWhoImportsWatches() {
        PeopleImport begun = begin("ada@example.org,Ada");
        String with = "{\"import\":\"" + begun.id() + "\"}";
        refuses("import.unknown", () -> world.progress.open(owner, world.bolt, with, new RecordedSink()));
        refuses(
                "import.unknown",
                () -> world.progress.open(Callers.administrator(world.acme), world.acme, with, new RecordedSink()));
    }

    @Test
    void boundsTheFile() {
        refuses("import.empty", () -> begin(" \n\n"));
        refuses("import.empty", () -> begin("EmailAddress,Name\n"));
        refuses("import.encoding", () -> world.imports.begin(world.acme, new byte[] {(byte) 0xe4, ','}, owner));
        refuses("import.rows", () -> begin("a,b\n".repeat(20_001)));
        refuses("import.no-header", () -> begin("a,b,c\n"));
    }

    @Test
    @Tag("S3.44")
    void takesFurtherColumnsAndReportsUnknownOnes() {
        PeopleImport begun = begin(
                """
                Login,Name,Email,Phone,TimeZone,PortalLanguage,Quota,ActiveFrom,Shoe size
                ada,Ada,ada@example.org,'+49 30 1234,Europe/Berlin,de,50,2026-02-01,39
                """);

        assertThat(begun.unknown()).containsExactly("Shoe size");
        assertThat(begun.errors()).isZero();
        world.imports.save(world.acme, begun.id(), owner);
        Person ada = people().get(0);
        assertThat(ada.login()).isEqualTo("ada");
        assertThat(ada.phone()).contains("+49 30 1234");
        assertThat(ada.zone()).contains("Europe/Berlin");
        assertThat(ada.language()).contains("de");
        assertThat(ada.quotaMegabytes()).hasValue(50);
        assertThat(ada.activeFrom()).hasToString("Optional[2026-02-01]");
    }

    @Test
    void anExportComesBackAsItWas() {
        world.people.create(
                world.acme,
                World.draft("ada")
                        .edit()
                        .name("=cmd|' /C calc'!A0")
                        .phone(Optional.of("+49 30 1"))
                        .extension(Optional.of("101"))
                        .done(),
                owner);
        String file =
                new PeopleExport(world.people, world.departments, world.roles).of(world.acme, PeopleQuery.ALL, owner);

        assertThat(file).contains(",'=cmd|").contains(",'+49 30 1,");
        assertThat(file.lines().skip(1)).noneMatch(line -> line.startsWith("=") || line.contains(",="));
        world.people.delete(world.acme, people().get(0).id(), owner);
        PeopleImport begun = begin(file);
        assertThat(new HashMap<>(rows(begun).get(0).values())).containsEntry("PhoneNumber", "+49 30 1");
        assertThat(begun.unknown()).isEmpty();
        world.imports.save(world.acme, begun.id(), owner);
        assertThat(people().get(0).name()).isEqualTo("=cmd|' /C calc'!A0");
    }

    @Test
    @Tag("S3.17")
    void samplesAreUnderstood() {
        for (String kind : List.of("two-columns", "extensions")) {
            PeopleImport begun = begin(SampleFile.named(kind).orElseThrow().text());
            assertThat(begun.errors()).as(kind).isZero();
            assertThat(begun.unknown()).as(kind).isEmpty();
        }
        assertThat(SampleFile.named("other")).isEmpty();
        assertThat(SampleFile.named("all-columns")).isPresent();
    }

    @Test
    @Tag("S1.13")
    void anAddressThatSignsInBelongsToOnePerson() {
        world.people.create(world.acme, World.draft("old"), owner);
        PeopleImport begun = begin(
                """
                Login,EmailAddress,DisplayName
                ada,ada@example.org,Ada
                twin,ADA@example.org,Twin
                ada@example.org,cy@example.org,Cy
                new,old@example.org,New
                """);

        assertThat(rows(begun))
                .extracting(
                        row -> row.findings().stream().map(ImportFinding::code).toList())
                .containsExactly(
                        List.of(),
                        List.of("import.email-twice"),
                        List.of("import.login-twice"),
                        List.of("import.email-taken"));
        world.imports.leaveOut(world.acme, begun.id(), 2, owner);
        assertThat(rows(begun).get(0).findings()).isEmpty();
    }

    @Test
    @Tag("S1.13")
    void aRowSaysAllThatIsWrongWithItAtOnce() {
        PeopleImport begun = begin(
                """
                Number,EmailAddress,DisplayName,Role,Disabled,VMPIN
                abc,email@,Ada,wizard,maybe,x
                """);

        assertThat(rows(begun).get(0).findings())
                .extracting(ImportFinding::column)
                .containsExactlyInAnyOrder("Number", "EmailAddress", "Role", "Disabled", "VMPIN");
    }

    @Test
    @Tag("S1.12")
    void correctsTheColumnsThatAreNamedAlone() {
        PeopleImport begun = begin("EmailAddress,DisplayName,VMPIN\nada@example.org,Ada,493027\n");

        ImportRow row = world.imports.correct(world.acme, begun.id(), 2, Map.of("DisplayName", "Ada L"), owner);

        assertThat(row.values())
                .containsEntry("EmailAddress", "ada@example.org")
                .containsEntry("DisplayName", "Ada L")
                .containsKey("VMPIN");
        assertThat(row.findings()).isEmpty();
        assertThatThrownBy(() -> world.imports.correct(world.acme, begun.id(), 2, Map.of("Shoe", "43"), owner))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/values/Shoe"));
        assertThat(world.imports
                        .correct(world.acme, begun.id(), 2, Map.of("VMPIN", ""), owner)
                        .values())
                .doesNotContainKey("VMPIN");
    }
}
