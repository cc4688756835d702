package org.patchbay.events.types;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventDataTest {

    @Test
    void halvesOfCharactersAreEscaped() {
        assertThat(EventData.write(new Named("x\ud800y", "👩\udc00")))
                .isEqualTo("{\"name\":\"x\\ud800y\",\"title\":\"👩\\udc00\"}");
    }

    /** Some data. */
    record Named(String name, String title) {}
}
