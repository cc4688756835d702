package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.PersonId;
import org.patchbay.identity.World;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.JpaImportedStore;
import org.patchbay.identity.store.JpaPersonStore;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.testing.store.TestDatabase;

class WelcomeQueueTest {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("identity");

    @Test
    void eachMailIsAUnitOfWorkOfItsOwn() {
        try (var world = new World()) {
            PersonStore people = new JpaPersonStore(DATABASE.jpa());
            ImportedStore imported = new JpaImportedStore(DATABASE.jpa());
            Stream.of("ada", "bob", "eve")
                    .forEach(login -> DATABASE.unitOfWork().run(() -> {
                        Person person = Person.of(
                                new PersonId(Ids.next()), world.acme, World.draft(login), world.clock.instant(), 1);
                        people.insert(person);
                        imported.add(world.acme, List.of(new ImportedStore.Imported(person.id(), Map.of(), true)));
                    }));
            var queue = new WelcomeQueue(
                    imported, failingAtTheThird(people), world.welcome, DATABASE.unitOfWork(), world.cluster);

            assertThatThrownBy(queue::run).isInstanceOf(IllegalStateException.class);
            assertThat(DATABASE.unitOfWork().call(() -> imported.waiting(10))).hasSize(1);
            queue.run();
            assertThat(DATABASE.unitOfWork().call(() -> imported.waiting(10))).isEmpty();
            assertThat(world.mails.sent()).hasSize(3);
        }
    }

    private static PersonStore failingAtTheThird(PersonStore store) {
        var finds = new AtomicInteger();
        return (PersonStore) Proxy.newProxyInstance(
                PersonStore.class.getClassLoader(), new Class<?>[] {PersonStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("find") && finds.incrementAndGet() == 3) {
                        throw new IllegalStateException("It fails");
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
