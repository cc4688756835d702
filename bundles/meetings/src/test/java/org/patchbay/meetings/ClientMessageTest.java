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
                "{\"answer\":{\"sdp\":null}}; /answer/sdp",
                "{\"act\":{\"do\":\"vote\",\"poll\":\"p\",\"options\":[null]}}; /act/options",
                "{\"act\":{\"do\":\"open-breakouts\",\"rooms\":[\"One\"],\"people\":{\"a\":null}}}; /act/people"
            })
    void namesTheFieldThatIsNothing(String message, String pointer) {
        assertThatThrownBy(() -> Json.accept(message, ClientMessage.class))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.INVALID);
                    assertThat(refused.errors()).singleElement().satisfies(error -> assertThat(error.pointer())
                            .startsWith(pointer));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"do\":\"chat\",\"text\":\" \"}; chat.length",
                "{\"do\":\"chat\",\"text\":\"a\\u0000b\"}; chat.characters",
                "{\"do\":\"rename\",\"name\":\"two\\nlines\"}; name.characters",
                "{\"do\":\"open-poll\",\"question\":\"\",\"options\":[\"A\",\"B\"],\"multiple\":false}; name.length",
                "{\"do\":\"open-poll\",\"question\":\"Q\",\"options\":[\"A\"],\"multiple\":false}; poll.options",
                "{\"do\":\"open-breakouts\",\"rooms\":[],\"people\":{}}; breakouts.number",
                "{\"do\":\"open-breakouts\",\"rooms\":[\"One\"],\"people\":{\"a\":1}}; breakouts.people"
            })
    void refusesActionsOutOfBounds(String act, String code) {
        assertThatThrownBy(() -> Json.accept("{\"act\":" + act + "}", ClientMessage.class)
                        .check())
                .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .satisfies(error -> assertThat(error.code()).isEqualTo(code)));
    }
}
