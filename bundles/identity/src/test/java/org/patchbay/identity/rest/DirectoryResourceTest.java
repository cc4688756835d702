package org.patchbay.identity.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.World;
import org.patchbay.identity.people.PersonSecurity.PasswordPlace;
import org.patchbay.identity.rest.DirectoryResource.DirectoryJson;
import org.patchbay.testing.identity.Callers;

@Tag("S1.14")
class DirectoryResourceTest {

    private final World world = new World();
    private final DirectoryResource directories = new DirectoryResource(world.directories, world.keepers);
    private final PersonSecurityResource security = new PersonSecurityResource(world.personSecurity);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    @Tag("S0.28")
    void saysWhatIsOfferedAndWhatThePortalHasSetUp() {
        world.pluginSettings.with(world.acme, "ldap", Map.of());

        assertThat(directories
                        .list(world.acme.value(), Callers.administrator(world.acme))
                        .items())
                .containsExactly(new DirectoryJson("ldap", "Directory ldap", true, Optional.empty()));
        assertThat(directories
                        .list(world.bolt.value(), Callers.administrator(world.bolt))
                        .items())
                .containsExactly(new DirectoryJson("ldap", "Directory ldap", false, Optional.empty()));
    }

    @Test
    void handsSomebodyOfTheOwnPortalOver() {
        world.pluginSettings.with(world.acme, "ldap", Map.of()).with(world.bolt, "ldap", Map.of());
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        String id = ada.id().value();
        var ours = Callers.administrator(world.acme);
        var theirs = Callers.administrator(world.bolt);

        assertThat(security.passwordPlace(world.acme.value(), id, ours))
                .isEqualTo(new PasswordPlace(true, Optional.empty(), Optional.empty()));
        notFound(() -> security.passwordPlace(world.bolt.value(), id, theirs));
        notFound(() -> security.useDirectory(world.bolt.value(), id, theirs));
        security.useDirectory(world.acme.value(), id, ours);
        assertThat(security.passwordPlace(world.acme.value(), id, ours))
                .isEqualTo(new PasswordPlace(false, Optional.empty(), Optional.empty()));
    }

    private static void notFound(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(Problem.NOT_FOUND));
    }
}
