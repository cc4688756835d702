package org.patchbay.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.patchbay.spi.identity.DirectoryAnswer.Reason;
import org.patchbay.spi.identity.DirectoryAnswer.Refused;
import org.patchbay.spi.identity.DirectoryAnswer.Right;
import org.patchbay.spi.identity.DirectoryAnswer.Wrong;
import org.patchbay.spi.identity.DirectoryPerson;
import org.patchbay.spi.identity.PasswordDirectory;
import org.patchbay.spi.plugins.PluginException;

/** What every directory of passwords does; a plugin is done when this passes against a stand-in of its server. */
@Tag("S1.14")
public interface PasswordDirectoryContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    PasswordDirectory directory();

    /** Settings of the portal that the portal's server accepts; each portal has a server of its own. */
    Settings settings(PortalId portal);

    /** The same with a password of the service account that the server refuses. */
    Settings refused(PortalId portal);

    /** The portal's server. */
    DirectoryServer server(PortalId portal);

    @Test
    default void saysWhoItIs() throws PluginException {
        String id = addAda();

        DirectoryAnswer answer = directory().check(settings(ACME), "ada", "engine no. 1");

        assertThat(answer)
                .isEqualTo(new Right(new DirectoryPerson(
                        id, "ada", "Ada Lovelace", Optional.of("ada@acme.example"), Optional.of("+49 30 1234567"))));
    }

    @Test
    default void findsAnotherPasswordWrong() throws PluginException {
        addAda();

        assertThat(directory().check(settings(ACME), "ada", "engine no. 2")).isEqualTo(new Wrong());
        assertThat(directory().check(settings(ACME), "bob", "engine no. 1")).isEqualTo(new Wrong());
    }

    @Test
    default void neverSendsAnEmptyPassword() throws PluginException {
        addAda();

        assertThat(directory().check(settings(ACME), "ada", "")).isEqualTo(new Wrong());
        assertThat(directory().check(settings(ACME), "", "engine no. 1")).isEqualTo(new Wrong());
        assertThat(directory().check(settings(ACME), " ", "")).isEqualTo(new Wrong());
        assertThat(server(ACME).checks()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "ad*", "ada)(uid=*", "*)(objectClass=*", "ada\\2a", "ada\0", "ada,dc=acme", "(ada"})
    default void takesALoginLiterally(String login) throws PluginException {
        addAda();

        assertThat(directory().check(settings(ACME), login, "engine no. 1")).isEqualTo(new Wrong());
    }

    @Test
    default void knowsSomebodyAgainUnderAnotherLogin() throws PluginException {
        String id = addAda();

        server(ACME).move("ada", "countess");

        assertThat(directory().check(settings(ACME), "ada", "engine no. 1")).isEqualTo(new Wrong());
        assertThat(directory().check(settings(ACME), "countess", "engine no. 1"))
                .isInstanceOfSatisfying(
                        Right.class, right -> assertThat(right.person().id()).isEqualTo(id));
    }

    @Test
    default void saysThatAnAccountIsDisabledToWhoKnowsItsPassword() throws PluginException {
        addAda();
        server(ACME).disable("ada");

        assertThat(directory().check(settings(ACME), "ada", "engine no. 1")).isEqualTo(new Refused(Reason.DISABLED));
        assertThat(directory().check(settings(ACME), "ada", "engine no. 2")).isEqualTo(new Wrong());
    }

    @Test
    default void keepsPortalsApart() throws PluginException {
        addAda();

        assertThat(directory().check(settings(OTHER), "ada", "engine no. 1")).isEqualTo(new Wrong());
    }

    @Test
    default void saysThatItIsNotLetIn() {
        addAda();

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> directory().check(refused(ACME), "ada", "engine no. 1"))
                .withMessageContaining(directory().title())
                .matches(e -> !e.retryable());
    }

    @Test
    default void saysThatNothingAnswers() {
        Settings settings = settings(ACME);
        server(ACME).stop();

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> directory().check(settings, "ada", "engine no. 1"))
                .withMessageContaining(directory().title())
                .matches(PluginException::retryable);
    }

    private String addAda() {
        return server(ACME).add("ada", "engine no. 1", "Ada Lovelace", "ada@acme.example", "+49 30 1234567");
    }
}
