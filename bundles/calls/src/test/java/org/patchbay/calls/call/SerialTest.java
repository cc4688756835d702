package org.patchbay.calls.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class SerialTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private boolean quick = true;
    private final Serial serial = new Serial(threads::add, failed::add, () -> quick);

    private void work() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }

    @Test
    void doesWhatIsQuickHere() {
        serial.executeHere(() -> done.add("here"));
        assertThat(done).containsExactly("here");
        assertThat(threads).isEmpty();
    }

    @Test
    void doesWhatMayWaitOnThreadsOfItsOwn() {
        quick = false;
        serial.executeHere(() -> done.add("there"));
        assertThat(done).isEmpty();
        work();
        assertThat(done).containsExactly("there");
    }

    @Test
    void whatIsQuickWaitsForWhatWasTheFirst() {
        serial.execute(() -> done.add("first"));
        serial.executeHere(() -> done.add("second"));
        assertThat(done).isEmpty();
        work();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void whatComesMeanwhileIsDoneThereInOrder() {
        serial.executeHere(() -> {
            serial.executeHere(() -> done.add("second"));
            serial.execute(() -> done.add("third"));
            done.add("first");
        });
        assertThat(done).containsExactly("first");
        work();
        assertThat(done).containsExactly("first", "second", "third");
        serial.executeHere(() -> done.add("fourth"));
        assertThat(done).hasSize(4);
    }

    @Test
    void goesOnAfterWhatFailedHere() {
        serial.executeHere(() -> {
            throw new IllegalStateException("on purpose");
        });
        serial.executeHere(() -> done.add("next"));
        assertThat(failed).hasSize(1);
        assertThat(done).containsExactly("next");
    }
}
