package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameKeyTest {

    @Test
    void tellsNamesFromEachOtherAsWithoutCase() {
        List<String> names = List.of(
                "Sales",
                "sALES",
                "B\u00fcro",
                "B\u00dcRO",
                "B\u0131",
                "BI",
                "Bi",
                "B\u0130",
                "\u017f",
                "S",
                "\u00df",
                "ss",
                "\u03c3",
                "\u03c2");
        for (String one : names) {
            for (String other : names) {
                assertThat(NameKey.of(one).equals(NameKey.of(other)))
                        .as(one + " and " + other)
                        .isEqualTo(one.equalsIgnoreCase(other));
            }
        }
    }
}
