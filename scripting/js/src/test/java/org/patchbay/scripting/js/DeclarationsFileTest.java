package org.patchbay.scripting.js;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.patchbay.api.events.EventSchema;
import org.patchbay.api.events.Events;
import org.patchbay.events.types.EventTypeDirectory;
import org.patchbay.scripting.module.ModuleDirectory;
import org.patchbay.scripting.types.Declarations;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.scripting.ScriptModule;

class DeclarationsFileTest {

    private static final Path FILE = Path.of("patchbay.d.ts");

    private static String generated() {
        var types = new EventTypeDirectory(Declared.services(EventTypes.class));
        var events = (Events) Proxy.newProxyInstance(
                Events.class.getClassLoader(), new Class<?>[] {Events.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("schemas")) {
                        return types.schemas();
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        return new Declarations(events, new ModuleDirectory(Declared.services(ScriptModule.class))).text();
    }

    @Test
    void theCommittedFileIsWhatTheServerAnswers() throws IOException {
        var text = generated();
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "patchbay.d.ts"), text);
        assertThat(Files.readString(FILE))
                .as("Take over target/patchbay.d.ts when the change is meant")
                .isEqualTo(text);
    }

    @Test
    void theSameEveryTime() {
        assertThat(generated()).isEqualTo(generated());
    }

    @Test
    void knowsTheModulesAndEventsOfEverySlice() {
        assertThat(Declared.services(ScriptModule.class))
                .extracting(ScriptModule::name)
                .contains("patchbay/contacts", "patchbay/crm", "patchbay/http", "patchbay/kv");
        assertThat(new EventTypeDirectory(Declared.services(EventTypes.class)).schemas())
                .extracting(EventSchema::type)
                .contains("meeting.ended", "person.created", "portal.created", "mail.sent", "script.failed");
    }
}
