package org.patchbay.spi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

class EntityTagTest {

    @Test
    void readsWhatItWrote() {
        assertThat(EntityTag.of(7)).isEqualTo("\"7\"");
        assertThat(EntityTag.require(EntityTag.of(7))).isEqualTo(7);
    }

    @Test
    void tellsAnswersOfOneVersionApart() {
        var running = EntityTag.of(7, new Answer("it", "running"));
        assertThat(running).isEqualTo(EntityTag.of(7, new Answer("it", "running")));
        assertThat(running).isNotEqualTo(EntityTag.of(7, new Answer("it", "failed")));
        assertThat(EntityTag.require(running)).isEqualTo(7);
    }

    @Test
    void asksForTheHeader() {
        assertThatThrownBy(() -> EntityTag.require(null)).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.INVALID);
            assertThat(e.errors().get(0).pointer()).isEqualTo("If-Match");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "*",
                "W/\"7\"",
                "\"x\"",
                "\"-1\"",
                "\"1\", \"2\"",
                "\"9999999999999999999\"",
                "\"7.\"",
                "\"7.0\"",
                ""
            })
    void refusesAnythingButOneStrongTag(String ifMatch) {
        assertThatThrownBy(() -> EntityTag.require(ifMatch)).isInstanceOf(PatchbayException.class);
    }

    private record Answer(String name, String state) {}
}
