package org.patchbay.plugin.crmhubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvSource({
        "+49301234567, 301234567",
        "+12025550143, 2025550143",
        "+79161234567, 9161234567",
        "+351211234567, 211234567",
        "+390612345678, 0612345678"
    })
    void partsTheCountryCode(String e164, String national) {
        assertThat(new PhoneNumber(e164).national()).isEqualTo(national);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 (0)30 1234567, true",
        "0049-30-1234567, true",
        "030 1234567, true",
        "301234567, true",
        "+43 30 1234567, false",
        "1234567, false",
        "'', false"
    })
    void recognisesWhatPeopleWrite(String written, boolean same) {
        assertThat(new PhoneNumber("+49301234567").matches(written)).isEqualTo(same);
    }
}
