package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.identity.World;
import org.patchbay.identity.people.Enrolment;
import org.patchbay.testing.identity.Callers;

class ImportEventsTest {

    private static final int PEOPLE = RowBook.CHUNK + 1;

    private final List<String> steps = new ArrayList<>();

    /** On Derby everybody's events wait for those that are written and not committed. */
    @Test
    void eventsAreWrittenBehindAllElse() {
        try (var world = new World()) {
            Caller by = Callers.administrator(world.acme);
            Audit audit = noting(Audit.class, "audit", world);
            var imports = new ImportService(
                    world.importStore,
                    new Enrolment(
                            world.personStore,
                            world.precedence,
                            world.roles,
                            world.departments,
                            world.kept,
                            noting(Events.class, "event", world),
                            audit),
                    new RowSaver(world.importStore, world.importedStore, world.progress, world.welcomes, world.work),
                    world.secrets,
                    world.audit,
                    world.work,
                    world.clock);
            String file = IntStream.range(0, PEOPLE)
                    .mapToObj(i -> "p" + i + "@example.org,Person " + i)
                    .collect(Collectors.joining("\n"));
            PeopleImport begun = imports.begin(world.acme, file.getBytes(StandardCharsets.UTF_8), by);
            imports.save(world.acme, begun.id(), by);

            assertThat(world.people
                            .list(world.acme, Optional.empty(), PageRequest.first(1))
                            .total())
                    .hasValue(PEOPLE);
            assertThat(steps).hasSize(2 * PEOPLE);
            assertThat(steps.subList(0, PEOPLE)).containsOnly("audit");
            assertThat(steps.subList(PEOPLE, 2 * PEOPLE)).containsOnly("event");
        }
    }

    /** What an audit or a journal writes, an audit before the commit as the real one does. */
    private <T> T noting(Class<T> type, String step, World world) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (type == Audit.class) {
                        world.work.beforeCommit(() -> steps.add(step));
                    } else {
                        steps.add(step);
                    }
                    return null;
                }));
    }
}
