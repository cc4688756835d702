package org.patchbay.testing.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;

/** What every {@link PersonalSecrets} does; each test has an empty one. */
public interface PersonalSecretsContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");
    PersonId ANNA = new PersonId("01890000-0000-7000-8000-00000000a44a");
    PersonId BEN = new PersonId("01890000-0000-7000-8000-000000000be4");

    PersonalSecrets personalSecrets();

    @Test
    default void opensWhatItSealed() {
        String sealed = personalSecrets().seal(ACME, ANNA, "Ännä");

        assertThat(sealed).doesNotContain("Ännä");
        assertThat(personalSecrets().open(ACME, ANNA, sealed)).contains("Ännä");
        assertThat(personalSecrets().open(ACME, ANNA, personalSecrets().seal(ACME, ANNA, "")))
                .contains("");
    }

    @Test
    default void opensForNobodyElse() {
        String sealed = personalSecrets().seal(ACME, ANNA, "Anna");
        personalSecrets().seal(ACME, BEN, "Ben");
        personalSecrets().seal(OTHER, ANNA, "Another Anna");

        assertThat(personalSecrets().open(ACME, BEN, sealed)).isEmpty();
        assertThat(personalSecrets().open(OTHER, ANNA, sealed)).isEmpty();
        assertThat(personalSecrets().open(ACME, ANNA, "something else")).isEmpty();
        assertThat(personalSecrets().open(ACME, ANNA, "")).isEmpty();
    }

    @Test
    default void opensNothingOfSomebodyErased() {
        String annas = personalSecrets().seal(ACME, ANNA, "Anna");
        String bens = personalSecrets().seal(ACME, BEN, "Ben");

        personalSecrets().erase(ACME, ANNA);

        assertThat(personalSecrets().open(ACME, ANNA, annas)).isEmpty();
        assertThat(personalSecrets().open(ACME, BEN, bens)).contains("Ben");
    }

    @Test
    default void neverMakesANewKeyForSomebodyErased() {
        personalSecrets().erase(ACME, ANNA);

        String late = personalSecrets().seal(ACME, ANNA, "Anna left");

        assertThat(late).doesNotContain("Anna");
        assertThat(personalSecrets().open(ACME, ANNA, late)).isEmpty();
    }
}
