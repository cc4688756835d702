package org.patchbay.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscribers of one topic on all nodes. One that falls behind loses messages, the others do not. */
final class SharedTopic {

    private static final Logger log = LoggerFactory.getLogger(SharedTopic.class);

    private record Subscriber(SerialQueue queue, Consumer<byte[]> listener) {}

    private final List<Subscriber> subscribers = new CopyOnWriteArrayList<>();
    private final String name;
    private final Executor executor;
    private final int capacity;

    SharedTopic(String name, Executor executor, int capacity) {
        this.name = name;
        this.executor = executor;
        this.capacity = capacity;
    }

    synchronized void publish(byte[] message) {
        for (Subscriber subscriber : subscribers) {
            byte[] copy = message.clone();
            if (!subscriber.queue().offer(() -> deliver(subscriber, copy))) {
                log.debug("A subscriber of {} is too slow and misses a message", name);
            }
        }
    }

    private void deliver(Subscriber subscriber, byte[] message) {
        if (subscribers.contains(subscriber)) {
            subscriber.listener().accept(message);
        }
    }

    Registration subscribe(Consumer<byte[]> listener) {
        Subscriber subscriber = new Subscriber(new SerialQueue(executor, capacity), listener);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    boolean isEmpty() {
        return subscribers.isEmpty();
    }
}
