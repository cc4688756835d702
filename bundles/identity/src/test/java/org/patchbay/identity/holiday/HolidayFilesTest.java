package org.patchbay.identity.holiday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Holiday;
import org.patchbay.identity.holiday.HolidayFile.FoundHoliday;
import org.patchbay.identity.holiday.HolidayFile.HolidayFinding;
import org.patchbay.identity.holiday.HolidayFile.HolidayNote;

@Tag("S3.22")
class HolidayFilesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final HolidayFiles files =
            new HolidayFiles(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

    private HolidayFile read(String... events) {
        return read(List.of(events));
    }

    private HolidayFile read(List<String> events) {
        String body = events.stream()
                .map(event -> "BEGIN:VEVENT\n" + event + "\nEND:VEVENT\n")
                .collect(Collectors.joining(
                        "", "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n", "END:VCALENDAR\n"));
        return files.read(body.getBytes(StandardCharsets.UTF_8), BERLIN);
    }

    private static Holiday once(String name, String from, String until) {
        return new Holiday(name, LocalDate.parse(from), LocalDate.parse(until), false);
    }

    private static Holiday yearly(String name, String from, String until) {
        return new Holiday(name, LocalDate.parse(from), LocalDate.parse(until), true);
    }

    private static List<Holiday> holidays(HolidayFile file) {
        return file.holidays().stream().map(FoundHoliday::holiday).toList();
    }

    private static List<String> findings(HolidayFile file) {
        return file.findings().stream()
                .map(finding -> finding.line() + " " + finding.code())
                .toList();
    }

    @Test
    void readsWholeDays() {
        var file = read(
                "SUMMARY:Good Friday\nDTSTART;VALUE=DATE:20260403\nDTEND;VALUE=DATE:20260404",
                "SUMMARY:Easter\nDTSTART;VALUE=DATE:20260405\nDURATION:P2D",
                "SUMMARY:Labour Day\nDTSTART;VALUE=DATE:20260501",
                "SUMMARY:Works\\, closed\\; really\nDTSTART;VALUE=DATE:20260803\nDTEND;VALUE=DATE:20260815");

        assertThat(holidays(file))
                .containsExactly(
                        once("Good Friday", "2026-04-03", "2026-04-03"),
                        once("Easter", "2026-04-05", "2026-04-06"),
                        once("Labour Day", "2026-05-01", "2026-05-01"),
                        once("Works, closed; really", "2026-08-03", "2026-08-14"));
        assertThat(file.holidays()).extracting(FoundHoliday::line).containsExactly(4, 9, 14, 18);
        assertThat(file.holidays())
                .allSatisfy(found -> assertThat(found.notes()).isEmpty());
    }

    @Test
    void theSameDayOfEveryYearIsOneYearlyHoliday() {
        var file = read(
                "SUMMARY:Christmas\nDTSTART;VALUE=DATE:20201225\nDTEND;VALUE=DATE:20201227\nRRULE:FREQ=YEARLY",
                "SUMMARY:New Year\nDTSTART;VALUE=DATE:20200101\nRRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;WKST=SU");

        assertThat(holidays(file))
                .containsExactly(
                        yearly("Christmas", "2020-12-25", "2020-12-26"),
                        yearly("New Year", "2020-01-01", "2020-01-01"));
        assertThat(file.holidays())
                .allSatisfy(found -> assertThat(found.notes()).isEmpty());
    }

    @Test
    void otherRulesAreWorkedOutForTheComingYears() {
        var file = read("SUMMARY:Thanksgiving\nDTSTART;VALUE=DATE:20201126\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH");

        assertThat(holidays(file))
                .extracting(Holiday::from)
                .containsExactly(
                        LocalDate.of(2026, 11, 26),
                        LocalDate.of(2027, 11, 25),
                        LocalDate.of(2028, 11, 23),
                        LocalDate.of(2029, 11, 22),
                        LocalDate.of(2030, 11, 28));
        assertThat(file.holidays())
                .allSatisfy(found -> assertThat(found.notes()).containsExactly(HolidayNote.ONE_OF_MANY));
    }

    @Test
    void rulesEndAndHaveExceptionsAndAdditions() {
        assertThat(holidays(read("SUMMARY:Twice\nDTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;COUNT=2")))
                .extracting(Holiday::from)
                .containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1));
        assertThat(holidays(
                        read("SUMMARY:Until\nDTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;UNTIL=20280601T000000Z")))
                .extracting(Holiday::from)
                .containsExactly(LocalDate.of(2026, 6, 1), LocalDate.of(2027, 6, 1), LocalDate.of(2028, 6, 1));
        assertThat(holidays(read(
                        "SUMMARY:But\nDTSTART;VALUE=DATE:20260601\nRRULE:FREQ=YEARLY;COUNT=3\nEXDATE;VALUE=DATE:20270601"
                                + "\nRDATE;VALUE=DATE:20260701,20290702")))
                .extracting(Holiday::from)
                .containsExactly(
                        LocalDate.of(2026, 6, 1),
                        LocalDate.of(2026, 7, 1),
                        LocalDate.of(2028, 6, 1),
                        LocalDate.of(2029, 7, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DTSTART:20261224T120000~DTEND:20261224T180000 | 2026-12-24 | 2026-12-24 | PART_OF_DAY",
                "DTSTART;TZID=Europe/Berlin:20261231T000000~DTEND;TZID=Europe/Berlin:20270101T000000 "
                        + "| 2026-12-31 | 2026-12-31 | ",
                "DTSTART:20261230T230000Z~DTEND:20261231T230000Z | 2026-12-31 | 2026-12-31 | ",
                "DTSTART;TZID=America/New_York:20261231T200000~DURATION:PT2H | 2027-01-01 | 2027-01-01 | PART_OF_DAY",
                "DTSTART;TZID=W. Europe Standard Time:20261231T000000~DURATION:P1D | 2026-12-31 | 2026-12-31 "
                        + "| UNKNOWN_ZONE",
                "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20261231T000000~DURATION:P1W "
                        + "| 2026-12-31 | 2027-01-06 | "
            })
    void timesBecomeTheDaysOfTheDepartmentsZone(String lines, LocalDate from, LocalDate until, HolidayNote note) {
        var file = read("SUMMARY:Closed\n" + lines.replace('~', '\n'));

        assertThat(file.findings()).isEmpty();
        assertThat(holidays(file)).containsExactly(new Holiday("Closed", from, until, false));
        assertThat(file.holidays().get(0).notes())
                .isEqualTo(note == null ? java.util.Set.of() : java.util.Set.of(note));
    }

    @Test
    void whatIsOverIsMarked() {
        var file = read("SUMMARY:Gone\nDTSTART;VALUE=DATE:20250101", "SUMMARY:Today\nDTSTART;VALUE=DATE:20260301");
        assertThat(file.holidays().get(0).notes()).containsExactly(HolidayNote.PAST);
        assertThat(file.holidays().get(1).notes()).isEmpty();
    }

    @Test
    void oneBadEventSpoilsNoOtherAndIsNamedByItsLine() {
        var file = read(
                "SUMMARY:Good\nDTSTART;VALUE=DATE:20260403",
                "SUMMARY:Never\nDTSTART;VALUE=DATE:20260231",
                "SUMMARY:No date",
                "DTSTART;VALUE=DATE:20260403",
                "SUMMARY:Off\nSTATUS:CANCELLED\nDTSTART;VALUE=DATE:20260403",
                "SUMMARY:Long\nDTSTART;VALUE=DATE:20260101\nDTEND;VALUE=DATE:20280101",
                "SUMMARY:Backwards\nDTSTART:20260403T120000\nDTEND:20260403T110000",
                "SUMMARY:Early\nDTSTART;VALUE=DATE:18000101",
                "SUMMARY:Often\nDTSTART;VALUE=DATE:20260403\nRRULE:FREQ=SECONDLY",
                "SUMMARY:Odd\nDTSTART;VALUE=DATE:20260403\nRRULE:FREQ=YEARLY;BYDAY=NEVER",
                "SUMMARY:Good\nDTSTART;VALUE=DATE:20260403",
                "SUMMARY:Folded\n  again\nDTSTART;VALUE=DATE:20260404");

        assertThat(holidays(file))
                .containsExactly(
                        once("Good", "2026-04-03", "2026-04-03"), once("Folded again", "2026-04-04", "2026-04-04"));
        assertThat(findings(file))
                .containsExactly(
                        "8 holiday.date",
                        "12 holiday.date",
                        "15 holiday.nameless",
                        "18 holiday.cancelled",
                        "23 holiday.long",
                        "28 holiday.date",
                        "33 holiday.year",
                        "37 holiday.date",
                        "42 holiday.date",
                        "47 holiday.twice");
    }

    @Test
    void aDateThatIsNoneIsNamed() {
        var file = read("SUMMARY:Never\nDTSTART;VALUE=DATE:20260231");
        assertThat(file.findings().get(0).detail()).isEqualTo("has the date \"20260231\", which is none");
    }

    @Test
    void aLineThatIsNoneIsNamedBehindFoldedOnes() {
        var file = read("DESCRIPTION:one\n two\n three\nSUMMARY:Broken\nthis is no line\nDTSTART;VALUE=DATE:20260403");
        assertThat(file.holidays()).isEmpty();
        assertThat(findings(file)).containsExactly("9 holiday.unreadable");
    }

    @Test
    void namesAreOneLineAndBounded() {
        var file = read(
                "SUMMARY:" + "x".repeat(100) + "\nDTSTART;VALUE=DATE:20260403",
                "SUMMARY:Two\\nlines\u202E\nDTSTART;VALUE=DATE:20260403");
        assertThat(holidays(file)).extracting(Holiday::name).containsExactly("x".repeat(63) + "…", "Two lines");
    }

    @Test
    void alarmsInAnEventAreNotOfTheEvent() {
        var file = read("SUMMARY:Closed\nDTSTART;VALUE=DATE:20260403\nBEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:Ring\n"
                + "TRIGGER:-PT15M\nDURATION:PT1H\nEND:VALARM");
        assertThat(holidays(file)).containsExactly(once("Closed", "2026-04-03", "2026-04-03"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n",
                "BEGIN:VCARD\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCARD"
            })
    void refusesWhatIsNoCalendar(String text) {
        assertThatThrownBy(() -> files.read(text.getBytes(StandardCharsets.UTF_8), BERLIN))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(e.errors()).hasSize(1);
                });
    }

    @Test
    void refusesWhatIsNoText() {
        assertThatThrownBy(() -> files.read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}, BERLIN))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo("import.encoding"));
    }

    @Test
    void boundsWhatItFinds() {
        List<String> daily = IntStream.range(0, 30)
                .mapToObj(i -> "SUMMARY:Daily " + i + "\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=DAILY")
                .toList();
        var file = read(daily);
        assertThat(file.holidays()).hasSize(1_000);
        assertThat(file.findings()).extracting(HolidayFinding::code).containsExactly("holiday.many");

        List<String> many = IntStream.range(0, 2_001)
                .mapToObj(i -> "SUMMARY:Day " + i + "\nDTSTART;VALUE=DATE:20260101")
                .toList();
        assertThatThrownBy(() -> read(many))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
    }
}
