package org.patchbay.testing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Problem;
import org.patchbay.api.store.UnitOfWork;

/** What every unit of work promises. */
public interface UnitOfWorkContract {

    UnitOfWork unitOfWork();

    @Test
    default void answersTheResultOfTheWork() {
        assertThat(unitOfWork().<String>call(() -> unitOfWork().call(() -> "done")))
                .isEqualTo("done");
    }

    @Test
    default void passesAnExceptionOnUnchanged() {
        UnitOfWork unit = unitOfWork();
        RuntimeException plain = new IllegalArgumentException("no");
        RuntimeException known = Problem.NOT_FOUND.because("no");
        assertThatThrownBy(() -> unit.run(() -> raise(plain))).isSameAs(plain);
        assertThatThrownBy(() -> unit.run(() -> unit.run(() -> raise(known)))).isSameAs(known);
        assertThat(unit.<Integer>call(() -> 1)).isEqualTo(1);
    }

    @Test
    default void runsActionsAfterTheOutermostCommitInOrder() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        unit.run(() -> {
            unit.afterCommit(() -> seen.add("first"));
            unit.run(() -> unit.afterCommit(() -> seen.add("second")));
            seen.add("work");
        });
        assertThat(seen).containsExactly("work", "first", "second");
    }

    @Test
    default void runsWhatComesLastInsideTheOutermostUnit() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        unit.run(() -> {
            unit.afterCommit(() -> seen.add("after"));
            unit.run(() -> unit.beforeCommit(() -> {
                seen.add("last");
                unit.beforeCommit(() -> unit.run(() -> seen.add("very last")));
            }));
            seen.add("work");
        });
        unit.beforeCommit(() -> unit.afterCommit(() -> seen.add("alone")));
        assertThat(seen).containsExactly("work", "last", "very last", "after", "alone");
    }

    @Test
    default void losesTheUnitWhenWhatComesLastFails() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> unit.run(() -> {
                    unit.afterCommit(() -> seen.add("never"));
                    unit.beforeCommit(() -> raise(new IllegalStateException("no")));
                    unit.beforeCommit(() -> seen.add("never"));
                }))
                .hasMessage("no");
        unit.run(() -> seen.add("later"));
        assertThat(seen).containsExactly("later");
    }

    @Test
    default void runsAnActionOutsideOfAUnitAtOnce() {
        List<String> seen = new ArrayList<>();
        unitOfWork().afterCommit(() -> seen.add("now"));
        assertThat(seen).containsExactly("now");
    }

    @Test
    default void forgetsActionsOfAUnitThatFailed() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> unit.run(() -> {
                    unit.afterCommit(() -> seen.add("never"));
                    raise(new IllegalStateException("no"));
                }))
                .hasMessage("no");
        unit.run(() -> unit.afterCommit(() -> seen.add("later")));
        assertThat(seen).containsExactly("later");
    }

    @Test
    default void aFailingActionHurtsNobody() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        unit.run(() -> {
            unit.afterCommit(() -> raise(new IllegalStateException("no")));
            unit.afterCommit(() -> seen.add("next"));
        });
        assertThat(seen).containsExactly("next");
    }

    @Test
    default void anActionMayOpenAUnitOfItsOwn() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        unit.run(() -> unit.afterCommit(() -> unit.run(() -> unit.afterCommit(() -> seen.add("inner")))));
        assertThat(seen).containsExactly("inner");
    }

    @Test
    default void losesTheWholeUnitWhenAPartFailedEvenIfThatIsCaught() {
        UnitOfWork unit = unitOfWork();
        List<String> seen = new ArrayList<>();
        assertThatThrownBy(() -> unit.run(() -> {
                    unit.afterCommit(() -> seen.add("never"));
                    assertThatThrownBy(() -> unit.run(() -> raise(new IllegalStateException("no"))))
                            .hasMessage("no");
                }))
                .hasMessageContaining("rolled back");
        assertThat(seen).isEmpty();
    }

    private static void raise(RuntimeException failure) {
        throw failure;
    }
}
