package org.patchbay.testing.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.secrets.Secrets;

/** What every {@link Secrets} does. */
public interface SecretsContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    Secrets secrets();

    @Test
    default void opensWhatItSealed() {
        String sealed = secrets().seal(ACME, "crm/token", "pat-äöü-1");

        assertThat(secrets().open(ACME, "crm/token", sealed)).isEqualTo("pat-äöü-1");
    }

    @Test
    default void sealsTheEmptyText() {
        assertThat(secrets().open(ACME, "f", secrets().seal(ACME, "f", ""))).isEmpty();
    }

    @Test
    default void showsNothingOfTheText() {
        assertThat(secrets().seal(ACME, "f", "correct horse")).doesNotContain("horse");
    }

    @Test
    default void sealsTheSameTextDifferentlyEachTime() {
        assertThat(secrets().seal(ACME, "f", "same")).isNotEqualTo(secrets().seal(ACME, "f", "same"));
    }

    @Test
    default void doesNotOpenInAnotherPortal() {
        String sealed = secrets().seal(ACME, "f", "token");

        assertUnavailable(() -> secrets().open(OTHER, "f", sealed));
    }

    @Test
    default void doesNotOpenInAnotherField() {
        String sealed = secrets().seal(ACME, "f", "token");

        assertUnavailable(() -> secrets().open(ACME, "g", sealed));
    }

    @Test
    default void doesNotOpenWhatWasNeverSealed() {
        assertUnavailable(() -> secrets().open(ACME, "f", "token"));
        assertUnavailable(() -> secrets().open(ACME, "f", ""));
    }

    private static void assertUnavailable(Runnable action) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .asInstanceOf(type(PatchbayException.class))
                .returns(Problem.UNAVAILABLE, PatchbayException::problem);
    }
}
