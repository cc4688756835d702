package org.patchbay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.testing.identity.Callers.ADDRESS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Person;

class IdentityDataTest {

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void erasesOnePortalAndNoOther() {
        Person ada = world.enrolled(world.acme, "ada", "correct horse");
        Person bob = world.enrolled(world.bolt, "bob", "correct horse");
        var session = world.sessions.signIn(world.acme, "ada", "correct horse", "192.0.2.1");
        var other = world.sessions.signIn(world.bolt, "bob", "correct horse", "192.0.2.1");
        world.person(world.acme, "eve");
        String token = world.token("eve@example.org");

        world.work.run(() -> world.data.erase(world.acme));

        assertThat(world.people.find(world.acme, ada.id())).isEmpty();
        assertThat(world.sessions.open(world.acme, session.secret(), ADDRESS)).isEmpty();
        assertThatThrownBy(() -> world.links.look(world.acme, token)).isInstanceOf(PatchbayException.class);
        assertThat(world.people.find(world.bolt, bob.id())).isPresent();
        assertThat(world.sessions.open(world.bolt, other.secret(), ADDRESS)).isPresent();
    }
}
