package org.patchbay.testing.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Optional;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.kv.KeyValues;

/** What every {@link KeyValues} does; the tests share one store, so each uses spaces of its own. */
public interface KeyValuesContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    KeyValues keyValues();

    /** The most keys a space of {@link #keyValues()} may have; small, so that the limit can be reached. */
    int maxKeys();

    @Test
    default void givesBackWhatWasPut() {
        keyValues().put(ACME, "gives", "k", "ä value");
        keyValues().put(ACME, "gives", "k", "another");

        assertThat(keyValues().get(ACME, "gives", "k")).contains("another");
        assertThat(keyValues().get(ACME, "gives", "missing")).isEmpty();
    }

    @Test
    default void keepsPortalsApart() {
        keyValues().put(ACME, "apart", "k", "acme's");
        keyValues().put(OTHER, "apart", "k", "other's");
        keyValues().put(OTHER, "apart", "only-here", "x");
        keyValues().remove(OTHER, "apart", "k");

        assertThat(keyValues().get(ACME, "apart", "k")).contains("acme's");
        assertThat(keyValues().get(ACME, "apart", "only-here")).isEmpty();
        assertThat(keyValues().keys(ACME, "apart", "", PageRequest.first(10)).items())
                .containsExactly("k");
    }

    @Test
    default void keepsSpacesApart() {
        keyValues().put(ACME, "plugin/a", "k", "a");

        assertThat(keyValues().get(ACME, "plugin/b", "k")).isEmpty();
    }

    @Test
    default void removesAndDoesNotMindWhatIsNotThere() {
        keyValues().put(ACME, "removes", "k", "v");
        keyValues().remove(ACME, "removes", "k");
        keyValues().remove(ACME, "removes", "k");

        assertThat(keyValues().get(ACME, "removes", "k")).isEmpty();
    }

    @Test
    default void listsKeysByPrefixInPages() {
        for (String key : new String[] {"b/2", "a/1", "b/1", "B/1", "b_", "b/3", "c"}) {
            keyValues().put(ACME, "lists", key, "v");
        }

        var first = keyValues().keys(ACME, "lists", "b/", PageRequest.first(2));
        assertThat(first.items()).containsExactly("b/1", "b/2");
        var second = keyValues().keys(ACME, "lists", "b/", new PageRequest(2, first.next()));
        assertThat(second.items()).containsExactly("b/3");
        assertThat(second.next()).isEmpty();
        assertThat(keyValues().keys(ACME, "lists", "b_", PageRequest.first(10)).items())
                .as("wildcards of the database mean nothing")
                .containsExactly("b_");
        assertThat(keyValues().keys(ACME, "lists", "", PageRequest.first(10)).items())
                .as("sorted by code point")
                .containsExactly("B/1", "a/1", "b/1", "b/2", "b/3", "b_", "c");
    }

    @Test
    default void takesTheLongestKeyAndTheLargestValueAndNothingBeyond() {
        String key = "k".repeat(200);
        String value = "v".repeat(64 * 1024);
        keyValues().put(ACME, "long", key, value);

        assertThat(keyValues().get(ACME, "long", key)).contains(value);
        assertRefused(Problem.INVALID, () -> keyValues().put(ACME, "long", key + "k", "v"));
        assertRefused(Problem.INVALID, () -> keyValues().put(ACME, "long", "", "v"));
        assertRefused(Problem.TOO_LARGE, () -> keyValues().put(ACME, "long", "k", value + "v"));
        assertRefused(Problem.TOO_LARGE, () -> keyValues().put(ACME, "long", "k", "ä".repeat(40 * 1024)));
    }

    @Test
    default void refusesAKeyTooManyButStillChangesTheOthers() {
        for (int i = 0; i < maxKeys(); i++) {
            keyValues().put(ACME, "full", "k" + i, "v");
        }

        assertRefused(Problem.LIMITED, () -> keyValues().put(ACME, "full", "one-more", "v"));
        keyValues().put(ACME, "full", "k0", "changed");
        assertThat(keyValues().get(ACME, "full", "k0")).isEqualTo(Optional.of("changed"));
        keyValues().put(OTHER, "full", "k", "another portal has room");
    }

    private static AbstractObjectAssert<?, PatchbayException> assertRefused(Problem problem, Runnable action) {
        return assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .asInstanceOf(type(PatchbayException.class))
                .returns(problem, PatchbayException::problem);
    }
}
