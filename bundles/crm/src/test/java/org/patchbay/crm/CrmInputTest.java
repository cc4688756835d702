package org.patchbay.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.crm.ContactQuery.ByEmail;
import org.patchbay.api.crm.ContactQuery.ByPhone;
import org.patchbay.api.crm.ContactQuery.ByText;
import org.patchbay.api.crm.JournalEntry;
import org.patchbay.api.crm.JournalEntry.Kind;
import org.patchbay.api.crm.NewContact;

class CrmInputTest {

    @ParameterizedTest
    @CsvSource({
        "+49301234567, +49301234567",
        "+49 (0)30 123-45.67, +49301234567",
        "0049 30 / 1234567, +49301234567",
        "tel:+1-202-555-0143, +12025550143"
    })
    void writesNumbersInOneWay(String written, String e164) {
        assertThat(CrmInput.query(new ByPhone(written))).isEqualTo(new ByPhone(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "201", "030 1234567", "+0301234567", "+49abc", "+4930123456789012345"})
    void refusesWhatIsNoInternationalNumber(String written) {
        assertFields(() -> CrmInput.query(new ByPhone(written)), "/phone");
    }

    @Test
    void refusesWhatIsNoAddressOrText() {
        assertFields(() -> CrmInput.query(new ByEmail("ada")), "/email");
        assertFields(() -> CrmInput.query(new ByText("  ")), "/text");
        assertFields(() -> CrmInput.query(new ByText("x".repeat(201))), "/text");
    }

    @Test
    void namesEveryFieldOfAContactThatIsWrong() {
        assertFields(
                () -> CrmInput.contact(
                        new NewContact(" ", "", Optional.empty(), Optional.empty(), Optional.of("x".repeat(201)))),
                "/company",
                "/lastName",
                "/email");
    }

    @Test
    void namesEveryFieldOfAnEntryThatIsWrong() {
        Instant start = Instant.parse("2026-11-02T10:00:00Z");
        JournalEntry entry = new JournalEntry(
                "",
                Kind.CALL,
                Optional.empty(),
                "lost",
                "",
                Optional.of("x".repeat(201)),
                Optional.empty(),
                start,
                start.minusSeconds(1),
                Collections.nCopies(501, "c"),
                Optional.of("x".repeat(33_000)));

        assertFields(() -> CrmInput.entry(entry), "/id", "/outcome", "/title", "/from", "/end", "/contacts", "/note");
    }

    @Test
    @SuppressWarnings("NullAway") // as a script leaves fields out
    void namesWhatAScriptLeftOut() {
        assertFields(
                () -> CrmInput.entry(new JournalEntry(
                        "m1",
                        null,
                        Optional.empty(),
                        "held",
                        "Weekly",
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        null,
                        null,
                        Optional.empty())),
                "/kind",
                "/end",
                "/contacts");
        assertFields(() -> CrmInput.query(new ByText(null)), "/text");
    }

    private static void assertFields(Runnable action, String... pointers) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .satisfies(e ->
                        assertThat(e.errors()).extracting(FieldError::pointer).isEqualTo(List.of(pointers)));
    }
}
