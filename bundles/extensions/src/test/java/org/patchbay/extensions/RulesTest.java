package org.patchbay.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;

class RulesTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void saysThatAnIdIsWantedWhereANumberIsGiven() {
        Extension made = world.extension("100");

        assertThatThrownBy(() -> world.group("200", List.of(made.id(), "100"), Destination.HANG_UP))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/members/1");
                            assertThat(error.detail())
                                    .isEqualTo("is the id of no extension; give the id, not a number or a name");
                        }));
        assertThatThrownBy(() -> world.number(
                        world.acme, "+493090182000", new Destination(Destination.Kind.RING_GROUP, "200"), world.admin))
                .hasMessageContaining("is the id of no ring group");
    }
}
