package org.patchbay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {

    @Test
    void takesWhatPeopleAreCalled() {
        for (String name : List.of("Ann", "Zoë O’Neill-Śmith", "李", "محمد", "👩‍🚀", "R2-D2", "क्‍ष")) {
            assertThat(Names.check("/name", " " + name + " ", 64)).isEqualTo(name);
        }
    }

    @Test
    void refusesWhatIsNotSeenOrTurnsTheTextAround() {
        for (String name : List.of(
                "",
                "\u200b\u200d",
                "\u3164",
                "\u2800",
                "a\u202eb",
                "a\u2066b",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\nb",
                "a\0",
                "x\ud800y",
                "\u0301")) {
            assertThatThrownBy(() -> Names.check("/name", name, 64))
                    .isInstanceOfSatisfying(PatchbayException.class, refused -> assertThat(refused.errors())
                            .singleElement()
                            .extracting(FieldError::pointer)
                            .isEqualTo("/name"));
        }
    }

    @Test
    void countsWholeCharacters() {
        assertThat(Names.fault("/name", "👩".repeat(64), 64)).isEmpty();
        assertThat(Names.fault("/name", "a".repeat(65), 64))
                .map(FieldError::code)
                .contains("name.length");
    }
}
