package org.patchbay.identity;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.patchbay.api.PatchbayException;

/** What somebody else does in the middle of a change. */
public final class Meanwhile {

    private static final int WAITS_MILLIS = 500;
    private static final int SECONDS = 30;

    private final FutureTask<Optional<PatchbayException>> task;

    public Meanwhile(Runnable change) {
        this.task = new FutureTask<>(() -> refusal(change));
    }

    /** Does it, all of it. */
    public void toItsEnd() {
        new Thread(task, "meanwhile").start();
        refusal();
    }

    /** Does it as far as it goes before the change in whose middle it is has ended. */
    public void asFarAsItGoes() {
        new Thread(task, "meanwhile").start();
        try {
            answer(WAITS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It waits for the change.
        }
    }

    /** Why it was refused in the end, if it was. */
    public Optional<PatchbayException> refusal() {
        try {
            return answer(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why this is refused, if it is. */
    public static Optional<PatchbayException> refusal(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (PatchbayException e) {
            return Optional.of(e);
        }
    }

    private Optional<PatchbayException> answer(long time, TimeUnit unit) throws TimeoutException {
        try {
            return task.get(time, unit);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
