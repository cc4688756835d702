package org.patchbay.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.cluster.Registration;

/** What the topics of a cluster promise. */
public interface TopicContract {

    TwoNodes nodes();

    @Test
    default void everyNodeHearsInOrder() {
        List<Integer> first = new CopyOnWriteArrayList<>();
        List<Integer> second = new CopyOnWriteArrayList<>();
        nodes().first().subscribe("news", message -> first.add((int) message[0]));
        nodes().second().subscribe("news", message -> second.add((int) message[0]));
        List<Integer> sent = IntStream.range(0, 100).boxed().toList();
        sent.forEach(n -> nodes().first().publish("news", new byte[] {n.byteValue()}));
        await().untilAsserted(() -> {
            assertThat(first).containsExactlyElementsOf(sent);
            assertThat(second).containsExactlyElementsOf(sent);
        });
    }

    @Test
    default void aSlowOrFailingListenerDelaysNobody() {
        Gate end = new Gate();
        List<Integer> heard = new CopyOnWriteArrayList<>();
        nodes().first().subscribe("news", message -> end.pass());
        nodes().first().subscribe("news", message -> {
            throw new IllegalStateException("on purpose");
        });
        nodes().second().subscribe("news", message -> heard.add((int) message[0]));
        nodes().first().publish("news", new byte[] {1});
        nodes().first().publish("news", new byte[] {2});
        await().untilAsserted(() -> assertThat(heard).containsExactly(1, 2));
        end.open();
    }

    @Test
    default void hearsNothingOnceClosedAndNothingOfOtherTopics() {
        List<Integer> gone = new CopyOnWriteArrayList<>();
        List<Integer> heard = new CopyOnWriteArrayList<>();
        Registration registration = nodes().second().subscribe("news", message -> gone.add((int) message[0]));
        nodes().second().subscribe("news", message -> heard.add((int) message[0]));
        nodes().first().publish("weather", new byte[] {1});
        registration.close();
        registration.close();
        nodes().first().publish("news", new byte[] {2});
        await().untilAsserted(() -> assertThat(heard).containsExactly(2));
        assertThat(gone).isEmpty();
    }
}
