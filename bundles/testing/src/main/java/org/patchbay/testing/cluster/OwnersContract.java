package org.patchbay.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Owners;

/** What the owners of keys promise. */
public interface OwnersContract {

    TwoNodes nodes();

    @Test
    default void whoSendsFirstOwnsTheKeyAndEverybodyReachesIt() throws Exception {
        Owners first = nodes().first().owners("room", new Recorder("first"));
        Owners second = nodes().second().owners("room", new Recorder("second"));
        assertThat(first.owner("a")).isEmpty();
        assertThat(text(second.send("a", bytes("x")))).isEqualTo("second:x");
        assertThat(text(first.send("a", bytes("y")))).isEqualTo("second:y");
        assertThat(first.owner("a")).hasValue(nodes().second().node());
        assertThat(text(first.send("b", bytes("z")))).isEqualTo("first:z");
    }

    @Test
    default void commandsOfAKeyAreSerialAndInOrder() {
        Recorder recorder = new Recorder("first");
        Owners owners = nodes().first().owners("room", recorder);
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        IntStream.range(0, 300).forEach(n -> answers.add(owners.send("a", bytes(Integer.toString(n)))));
        answers.forEach(CompletableFuture::join);
        assertThat(recorder.commands())
                .containsExactlyElementsOf(
                        IntStream.range(0, 300).mapToObj(Integer::toString).toList());
        assertThat(recorder.overlaps()).isZero();
    }

    @Test
    default void keysDoNotWaitForEachOther() throws Exception {
        Gate end = new Gate();
        Owners owners = nodes().first().owners("room", (key, token, command) -> {
            if (key.equals("slow")) {
                end.pass();
            }
            return command;
        });
        CompletableFuture<byte[]> slow = owners.send("slow", bytes("1"));
        assertThat(text(owners.send("fast", bytes("2")))).isEqualTo("2");
        assertThat(slow).isNotDone();
        end.open();
        assertThat(text(slow)).isEqualTo("1");
    }

    @Test
    default void theFencingTokenGrowsWithEachChangeOfOwner() throws Exception {
        Recorder there = new Recorder("first");
        Recorder here = new Recorder("second");
        Owners first = nodes().first().owners("room", there);
        Owners second = nodes().second().owners("room", here);
        first.send("a", bytes("1")).get();
        first.send("a", bytes("2")).get();
        first.release("a");
        await().untilAsserted(() -> assertThat(there.lost()).containsExactly("a"));
        assertThat(text(second.send("a", bytes("3")))).isEqualTo("second:3");
        assertThat(there.tokens().get(0)).isEqualTo(there.tokens().get(1));
        assertThat(here.tokens().get(0)).isGreaterThan(there.tokens().get(0));
    }

    @Test
    default void anotherNodeTakesTheKeysOfADeadOne() throws Exception {
        Recorder there = new Recorder("first");
        Recorder here = new Recorder("second");
        Owners first = nodes().first().owners("room", there);
        Owners second = nodes().second().owners("room", here);
        first.send("a", bytes("1")).get();
        nodes().killFirst();
        assertThat(second.owner("a")).isEmpty();
        assertThat(text(second.send("a", bytes("2")))).isEqualTo("second:2");
        assertThat(here.tokens().get(0)).isGreaterThan(there.tokens().get(0));
        assertProblem(Problem.UNAVAILABLE, first.send("a", bytes("3")));
    }

    @Test
    default void whatWaitsAtADeadNodeFails() {
        Gate inCommand = new Gate();
        Gate end = new Gate();
        Owners first = nodes().first().owners("room", (key, token, command) -> {
            inCommand.open();
            end.pass();
            return command;
        });
        CompletableFuture<byte[]> running = first.send("a", bytes("1"));
        CompletableFuture<byte[]> waiting = first.send("a", bytes("2"));
        await().until(inCommand::isOpen);
        nodes().killFirst();
        end.open();
        await().until(running::isDone);
        assertProblem(Problem.UNAVAILABLE, waiting);
    }

    @Test
    default void theExceptionOfTheHandlerReachesTheSender() {
        Owners owners = nodes().first().owners("room", (key, token, command) -> {
            throw Problem.CONFLICT.because("no");
        });
        nodes().second().owners("room", new Recorder("second"));
        assertProblem(Problem.CONFLICT, owners.send("a", bytes("1")));
    }

    @Test
    default void refusesTooMuchForOneKey() {
        Gate end = new Gate();
        Owners owners = nodes().first().owners("room", (key, token, command) -> {
            end.pass();
            return command;
        });
        List<CompletableFuture<byte[]>> answers = new ArrayList<>();
        IntStream.range(0, 1_100).forEach(n -> answers.add(owners.send("a", bytes("x"))));
        assertProblem(Problem.UNAVAILABLE, answers.get(1_099));
        assertThat(answers.get(0)).isNotDone();
        end.open();
        answers.get(0).join();
        assertProblem(Problem.INVALID, owners.send("k".repeat(201), bytes("x")));
        assertProblem(Problem.TOO_LARGE, owners.send("b", new byte[1024 * 1024 + 1]));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(CompletableFuture<byte[]> answer) throws ExecutionException, InterruptedException {
        return new String(answer.get(), StandardCharsets.UTF_8);
    }

    private static void assertProblem(Problem problem, CompletableFuture<byte[]> answer) {
        assertThat(answer)
                .failsWithin(java.time.Duration.ofSeconds(10))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
