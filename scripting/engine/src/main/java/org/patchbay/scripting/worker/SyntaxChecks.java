package org.patchbay.scripting.worker;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.patchbay.api.Problem;

/** Syntax checks that wait for the worker's answer; asked again of the next worker when one ends. Thread-safe. */
final class SyntaxChecks {

    private static final int SECONDS = 30;

    private record Check(String source, CompletableFuture<String> answer) {}

    private final Map<Long, Check> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile WorkerLink link = message -> {};

    Optional<SyntaxError> check(String source) {
        long number = numbers.incrementAndGet();
        var check = new Check(source, new CompletableFuture<>());
        waiting.put(number, check);
        send(link, number, check);
        try {
            var answer = check.answer().get(SECONDS, TimeUnit.SECONDS);
            return answer.isEmpty() ? Optional.empty() : Optional.of(SyntaxError.parse(answer));
        } catch (TimeoutException | ExecutionException e) {
            throw Problem.UNAVAILABLE.because("scripts.worker", "The script worker does not answer at the moment");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("scripts.worker", "The server is going down");
        } finally {
            waiting.remove(number);
        }
    }

    void link(WorkerLink present) {
        link = present;
        waiting.forEach((number, check) -> send(present, number, check));
    }

    private static void send(WorkerLink link, long number, Check check) {
        link.send(new Message(Kind.CHECK, 0, number, check.source()));
    }

    void answer(Message message) {
        var check = waiting.get(message.number());
        if (check != null) {
            check.answer().complete(message.text());
        }
    }
}
