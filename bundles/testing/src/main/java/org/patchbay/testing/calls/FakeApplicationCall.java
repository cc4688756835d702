package org.patchbay.testing.calls;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.Party;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.phonemedia.FakePort;

/**
 * A call that is at an application, whose caller is the test. Work is done at once; time passes by {@link #pass}. Strict: what is
 * done after the end fails. For one thread.
 */
public final class FakeApplicationCall implements ApplicationCall {

    private final PortalId portal;
    private final Wanted wanted;
    private final Party caller;
    private final Optional<Extension> extension;
    private final CallId id = new CallId(Ids.next());
    private final FakePort port;
    private final List<Due> due = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private @Nullable ApplicationListener listener;
    private Optional<Destination> sentTo = Optional.empty();
    private boolean running;
    private boolean answered;
    private boolean conversation;
    private boolean over;
    private Optional<String> device = Optional.empty();

    private record Due(Duration at, Runnable task) {}

    public FakeApplicationCall(PortalId portal, Wanted wanted, Party caller, Optional<Extension> extension) {
        this.portal = portal;
        this.wanted = wanted;
        this.caller = caller;
        this.extension = extension;
        this.port = new FakePhoneMedia().open(portal, PortProfile.PLAIN, new PortListener() {
            @Override
            public void digit(char digit) {
                run(() -> hears().pressed(digit));
            }

            @Override
            public void played() {
                run(() -> hears().played());
            }
        });
    }

    /** It comes from this device. */
    public FakeApplicationCall from(String called) {
        device = Optional.of(called);
        return this;
    }

    /** The application takes it. */
    public FakeApplicationCall at(CallApplication application) {
        run(() -> listener = application.begin(this));
        return this;
    }

    private ApplicationListener hears() {
        ApplicationListener present = listener;
        if (present == null) {
            throw new AssertionError("No application has taken the call");
        }
        return present;
    }

    /** The names of the sentences that are being said; a file is {@code file}, a tone {@code beep}. */
    public List<String> said() {
        return port.playing().stream().map(FakeApplicationCall::word).toList();
    }

    private static String word(Prompt prompt) {
        if (prompt instanceof Prompt.Sentence sentence) {
            return sentence.name();
        }
        if (prompt instanceof Prompt.Digits digits) {
            return digits.digits();
        }
        return prompt instanceof Prompt.Tone ? "beep" : prompt instanceof Prompt.File ? "file" : "other";
    }

    /** The caller hears what is said to its end. */
    public void listens() {
        port.finishes();
    }

    /** The caller presses keys one after the other. */
    public void presses(String keys) {
        keys.chars().forEach(key -> port.presses((char) key));
    }

    /** Time goes by. */
    public void pass(Duration time) {
        Duration until = now.plus(time);
        while (true) {
            Optional<Due> next =
                    due.stream().filter(one -> one.at().compareTo(until) <= 0).min(Comparator.comparing(Due::at));
            if (next.isEmpty()) {
                now = until;
                return;
            }
            now = next.get().at();
            due.remove(next.get());
            run(next.get().task());
        }
    }

    /** The caller hangs up. */
    public void hangsUp() {
        run(this::leave);
    }

    private void leave() {
        if (!over) {
            over = true;
            due.clear();
            port.close();
            hears().over();
        }
    }

    @Override
    public PortalId portal() {
        return portal;
    }

    @Override
    public CallId id() {
        return id;
    }

    @Override
    public Wanted wanted() {
        return wanted;
    }

    @Override
    public Party caller() {
        return caller;
    }

    @Override
    public Optional<Extension> extension() {
        return extension;
    }

    @Override
    public Optional<String> device() {
        return device;
    }

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String country() {
        return "DE";
    }

    @Override
    public FakePort port() {
        return port;
    }

    @Override
    public void answer(boolean talks) {
        answered = true;
        conversation |= talks;
    }

    /** Whether it was taken, and the record says that it was answered. */
    public boolean isConversation() {
        return conversation;
    }

    public boolean isAnswered() {
        return answered;
    }

    @Override
    public void note(String reason, Map<String, String> params) {
        if (!over) {
            notes.add(reason);
        }
    }

    /** The reasons that were noted. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public void transfer(Destination to) {
        if (!over) {
            sentTo = Optional.of(to);
            leave();
        }
    }

    /** Where the application sent the caller. */
    public Optional<Destination> sentTo() {
        return sentTo;
    }

    @Override
    public void hangUp() {
        leave();
    }

    public boolean isOver() {
        return over;
    }

    @Override
    public void run(Runnable task) {
        tasks.add(task);
        if (running) {
            return;
        }
        running = true;
        try {
            Runnable next = tasks.poll();
            while (next != null) {
                if (!over) {
                    next.run();
                }
                next = tasks.poll();
            }
        } finally {
            running = false;
        }
    }

    @Override
    public Registration after(Duration time, Runnable task) {
        var entry = new Due(now.plus(time), task);
        due.add(entry);
        return () -> due.removeIf(entry::equals);
    }

    @Override
    public <T> void work(Supplier<T> task, Consumer<T> then) {
        T made = task.get();
        run(() -> then.accept(made));
    }
}
