package org.patchbay.scheduling.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.scheduling.World;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.testing.scripting.ScriptModuleContract;

class SchedulingModuleTest implements ScriptModuleContract {

    private final World world = new World();
    private final SchedulingModule module = new SchedulingModule(world.meetings);

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public ScriptModule module() {
        return module;
    }

    private String plan(String start) {
        return module.planMeeting(
                world.acme,
                new SchedulingModule.NewMeeting(
                        world.ada.person().value(),
                        "Call back",
                        Optional.empty(),
                        start,
                        Optional.of("UTC"),
                        30,
                        Optional.empty(),
                        Optional.of(List.of("tom@x.test")),
                        Optional.of("fr")));
    }

    @Test
    void plansForSomebodyAndSeesWhatIsNext() {
        LocalDateTime soon = LocalDateTime.ofInstant(Instant.now().plusSeconds(7200), ZoneOffset.UTC);
        String id = plan(soon.toString());

        assertThat(module.upcoming(world.acme, 1)).singleElement().satisfies(next -> {
            assertThat(next.planned()).isEqualTo(id);
            assertThat(next.organizerName()).isEqualTo("Ada");
        });
        assertThat(module.upcoming(world.bolt, 1)).isEmpty();
        assertThat(world.mails.last("tom@x.test").language()).isEqualTo("fr");
        assertThat(world.audit.last(world.acme).action()).isEqualTo("meeting.planned");
        assertThatThrownBy(() -> plan("soon")).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> module.upcoming(world.acme, 0)).isInstanceOf(PatchbayException.class);
    }
}
