package org.patchbay.contacts.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.contacts.Contact;
import org.patchbay.api.contacts.Visibility;
import org.patchbay.contacts.World;
import org.patchbay.contacts.file.ContactImports;
import org.patchbay.contacts.store.ContactStore;
import org.patchbay.testing.cluster.MovableClock;

/** Whose number it is, for calls. */
final class NumberBookTest {

    private static final String MOBILE = "+491711234567";

    private final World world = new World();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-27T10:00:00Z"));
    private final List<String> asked = new ArrayList<>();
    private final NumberBook book = new NumberBook(counted(), world.work, world.cluster, clock);

    private ContactStore counted() {
        return (ContactStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ContactStore.class}, (proxy, method, arguments) -> {
                    asked.add(method.getName());
                    try {
                        return method.invoke(world.store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What was written is told by a topic. */
    private void awaits(String number, String name) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(book.name(world.acme, number)).contains(name));
    }

    /** What is told while numbers are read makes them be read once more. */
    private void awaitsWhatIsRead() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            asked.clear();
            assertThat(book.name(world.acme, "+4911")).isEmpty();
            assertThat(asked).isEmpty();
        });
    }

    @Test
    void theNameOfAPublicContactIsKnownInItsPortalAlone() {
        world.contacts.create(world.acme, World.full(Visibility.PUBLIC, "Karl Kunde"), world.administrator);
        assertThat(book.name(world.acme, MOBILE)).contains("Karl Kunde");
        assertThat(book.name(world.acme, "+4930901820")).contains("Karl Kunde");
        assertThat(book.name(world.bolt, MOBILE)).isEmpty();
    }

    @Test
    void aPrivateContactIsNobodyElses() {
        world.contacts.create(world.acme, World.full(Visibility.PRIVATE, "Secret friend"), world.user);
        assertThat(book.name(world.acme, MOBILE)).isEmpty();
    }

    @Test
    void thatNobodyHasANumberIsSaidWithoutTheDatabase() {
        world.contacts.create(world.acme, World.full(Visibility.PUBLIC, "Karl Kunde"), world.administrator);
        awaitsWhatIsRead();
        for (String number : List.of("+4911", "+4912", "", "anonymous", "+", "+49x", "+1234567890123456789012")) {
            assertThat(book.name(world.acme, number)).isEmpty();
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whoComesIsKnownAtOnceAndWhoGoesIsNot() {
        assertThat(book.name(world.acme, MOBILE)).isEmpty();
        Contact karl =
                world.contacts.create(world.acme, World.full(Visibility.PUBLIC, "Karl Kunde"), world.administrator);
        awaits(MOBILE, "Karl Kunde");
        assertThat(asked.stream().filter("numbers"::equals)).hasSize(1);
        world.contacts.delete(world.acme, karl.id(), world.administrator);
        assertThat(book.name(world.acme, MOBILE)).isEmpty();
    }

    @Test
    void whoComesByAFileIsKnownAtOnce() {
        assertThat(book.name(world.acme, "+4930555001")).isEmpty();
        String rows = String.join(
                "\n",
                IntStream.range(0, 50)
                        .mapToObj(one -> "Person " + one + ",+493055500" + one)
                        .toList());
        var file = new ByteArrayInputStream(("Name,Phone\n" + rows).getBytes(StandardCharsets.UTF_8));
        new ContactImports(
                        world.books,
                        world.press,
                        world.store,
                        world.events,
                        world.audit,
                        world.work,
                        world.numbers,
                        world.config)
                .run(world.acme, Visibility.PUBLIC, file, true, world.administrator);
        awaits("+493055500" + 1, "Person 1");
        assertThat(book.name(world.acme, "+493055500" + 49)).contains("Person 49");
    }

    @Test
    void whatNobodyToldIsReadAfterAWhile() {
        assertThat(book.name(world.acme, MOBILE)).isEmpty();
        book.close();
        world.contacts.create(world.acme, World.full(Visibility.PUBLIC, "Karl Kunde"), world.administrator);
        assertThat(book.name(world.acme, MOBILE)).isEmpty();
        clock.pass(Duration.ofMinutes(11));
        assertThat(book.name(world.acme, MOBILE)).contains("Karl Kunde");
    }
}
