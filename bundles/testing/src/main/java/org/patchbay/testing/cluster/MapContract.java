package org.patchbay.testing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.ClusterMap;

/** What the maps of a cluster promise. */
public interface MapContract {

    TwoNodes nodes();

    @Test
    default void aNodeSeesWhatTheOtherWrote() {
        byte[] value = {1};
        map().put("a", value);
        value[0] = 9;
        assertThat(other().get("a")).hasValue(new byte[] {1});
        other().get("a").orElseThrow()[0] = 9;
        assertThat(map().get("a")).hasValue(new byte[] {1});
        other().remove("a");
        assertThat(map().get("a")).isEmpty();
    }

    @Test
    default void anEntryExpiresUnlessWrittenAgain() {
        map().put("a", new byte[] {1});
        map().put("b", new byte[] {1});
        nodes().pass(Duration.ofSeconds(40));
        other().put("b", new byte[] {2});
        nodes().pass(Duration.ofSeconds(40));
        assertThat(map().get("a")).isEmpty();
        assertThat(map().entries("", 10)).containsOnlyKeys("b");
    }

    @Test
    default void writesOnlyWhatIsExpected() {
        assertThat(map().putIfAbsent("a", new byte[] {1})).isTrue();
        assertThat(other().putIfAbsent("a", new byte[] {2})).isFalse();
        assertThat(other().replace("a", new byte[] {2}, new byte[] {3})).isFalse();
        assertThat(other().replace("a", new byte[] {1}, new byte[] {3})).isTrue();
        assertThat(map().get("a")).hasValue(new byte[] {3});
        nodes().pass(Duration.ofMinutes(2));
        assertThat(map().putIfAbsent("a", new byte[] {4})).isTrue();
    }

    @Test
    default void listsByPrefixUpToALimit() {
        for (String key : new String[] {"x/1", "x/2", "x/3", "y/1"}) {
            map().put(key, new byte[] {1});
        }
        assertThat(other().entries("x/", 10)).containsOnlyKeys("x/1", "x/2", "x/3");
        assertThat(other().entries("x/", 2)).hasSize(2);
    }

    @Test
    default void refusesWhatIsTooLong() {
        refused(Problem.INVALID, () -> map().put("k".repeat(201), new byte[] {1}));
        refused(Problem.TOO_LARGE, () -> map().put("k", new byte[64 * 1024 + 1]));
        map().put("k".repeat(200), new byte[64 * 1024]);
    }

    @Test
    default void mapsOfOtherNamesAreApart() {
        map().put("a", new byte[] {1});
        assertThat(nodes().first().map("another", Duration.ofMinutes(1)).get("a"))
                .isEmpty();
    }

    private ClusterMap map() {
        return nodes().first().map("things", Duration.ofMinutes(1));
    }

    private ClusterMap other() {
        return nodes().second().map("things", Duration.ofMinutes(1));
    }

    private static void refused(Problem problem, Runnable call) {
        assertThatExceptionOfType(PatchbayException.class).isThrownBy(call::run).satisfies(e -> assertThat(e.problem())
                .isEqualTo(problem));
    }
}
