package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

class ClientMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"sources\":[null]}; /sources",
                "{\"constraints\":{\"visible\":[null],\"maxHeight\":5}}; /constraints/visible",
                "{\"answer\":{\"sdp\":null}}; /answer/sdp"
            })
    void namesTheFieldThatIsNothing(String message, String pointer) {
        assertThatThrownBy(() -> Json.accept(message, ClientMessage.class))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID);
                    assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.pointer())
                            .startsWith(pointer));
                });
    }
}
