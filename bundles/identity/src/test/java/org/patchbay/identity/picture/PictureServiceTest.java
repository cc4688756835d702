package org.patchbay.identity.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;

@Tag("S0.38")
class PictureServiceTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private static ByteArrayInputStream upload(int type) {
        return new ByteArrayInputStream(PictureRendererTest.file("png", 300, 300, type));
    }

    @Test
    @Tag("S1.09")
    void givesAPictureThatCounts() {
        Person ada = world.person(world.acme, "ada");

        Person changed = world.pictures.put(
                world.acme, ada.id(), upload(BufferedImage.TYPE_INT_RGB), Callers.administrator(world.acme));

        String hash = changed.picture().orElseThrow();
        int size = world.pictures.find(world.acme, hash).orElseThrow().content().length;
        assertThat(world.pictures.find(world.bolt, hash)).isEmpty();
        assertThat(world.quotas.use(world.acme, ada.id()).usedBytes()).isEqualTo(size);
        assertThat(world.events.published("person.updated")).hasSize(1);

        Person other = world.pictures.put(
                world.acme, ada.id(), upload(BufferedImage.TYPE_INT_ARGB), Callers.administrator(world.acme));
        assertThat(world.pictures.find(world.acme, hash)).isEmpty();
        assertThat(other.picture()).isPresent().isNotEqualTo(changed.picture());

        assertThat(world.pictures
                        .remove(world.acme, ada.id(), Callers.administrator(world.acme))
                        .picture())
                .isEmpty();
        assertThat(world.quotas.use(world.acme, ada.id()).usedBytes()).isZero();
    }

    @Test
    @Tag("S1.09")
    void refusesAPictureBeyondTheQuotaAndOneTooLarge() {
        Person ada = world.people.create(
                world.acme,
                World.draft("ada").edit().quotaMegabytes(OptionalInt.of(0)).done(),
                Callers.administrator(world.acme));

        assertThatThrownBy(() -> world.pictures.put(
                        world.acme, ada.id(), upload(BufferedImage.TYPE_INT_RGB), Callers.administrator(world.acme)))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("quota.exceeded"));
        var endless = new ByteArrayInputStream(new byte[(5 << 20) + 1]);
        assertThatThrownBy(() -> world.pictures.put(world.acme, ada.id(), endless, Callers.administrator(world.acme)))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.code()).isEqualTo("picture.too-large"));
    }
}
