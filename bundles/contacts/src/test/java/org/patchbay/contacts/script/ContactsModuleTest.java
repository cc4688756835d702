package org.patchbay.contacts.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.api.contacts.Visibility.PRIVATE;
import static org.patchbay.api.contacts.Visibility.PUBLIC;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.World;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.testing.scripting.ScriptModuleContract;

class ContactsModuleTest implements ScriptModuleContract {

    private final World world = new World();
    private final ContactsModule module = new ContactsModule(world.contacts);

    @Override
    public ScriptModule module() {
        return module;
    }

    @Test
    void createsAndFindsPublicContacts() {
        Contact made = module.createContact(
                world.acme,
                new ContactsModule.NewContact(
                        "Ada Lovelace",
                        Optional.empty(),
                        Optional.of("ada@acme.example"),
                        Optional.of("030 901820"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(List.of("Guests"))));

        assertThat(made.visibility()).isEqualTo(PUBLIC);
        assertThat(module.lookupByPhone(world.acme, "+49 30 901820")).containsExactly(made);
        assertThat(module.lookupByEmail(world.acme, "ada@acme.example")).containsExactly(made);
        assertThat(module.search(world.acme, "love ad")).containsExactly(made);
        assertThat(module.search(world.bolt, "love ad")).isEmpty();
    }

    @Test
    void seesNoPrivateContact() {
        world.contacts.create(world.acme, World.full(PRIVATE, "Grace"), world.user);

        assertThat(module.lookupByPhone(world.acme, "030 90 18 20")).isEmpty();
        assertThat(module.lookupByEmail(world.acme, "grace@bolt.example")).isEmpty();
        assertThat(module.lookupByEmail(world.acme, "030 90 18 20")).isEmpty();
        assertThat(module.search(world.acme, "grace")).isEmpty();
    }
}
