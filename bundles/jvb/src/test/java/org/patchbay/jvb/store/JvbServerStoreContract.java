package org.patchbay.jvb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.jvb.JvbServer;

/** What every {@link JvbServerStore} does. */
interface JvbServerStoreContract {

    JvbServer FRANKFURT = new JvbServer(
            "0192-b",
            "frankfurt",
            "http://10.0.0.5:8080",
            "Frankfurt",
            200,
            List.of("10.0.0.0/8", "2001:db8::/32"),
            true,
            1);
    JvbServer MADRID = new JvbServer("0192-a", "madrid", "https://jvb.example/colibri", "", 0, List.of(), false, 1);

    JvbServerStore store();

    /** As many networks as may be, each as long as can be. */
    private static List<String> most() {
        return IntStream.range(0, 50)
                .mapToObj(i -> "2001:db8:%x:ffff:ffff:ffff:ffff:fff0/124".formatted(0xff00 + i))
                .toList();
    }

    @Test
    default void listsByName() {
        store().insert(MADRID);
        store().insert(FRANKFURT);
        assertThat(store().all()).containsExactly(FRANKFURT, MADRID);
        assertThat(store().find("0192-b")).contains(FRANKFURT);
        assertThat(store().find("0192-c")).isEmpty();
    }

    @Test
    default void writesOverTheVersionThatIsThereAlone() {
        store().insert(FRANKFURT);
        var second = new JvbServer("0192-b", "main", "http://10.0.0.6:8080", "Mainz", 0, most(), false, 2);
        assertThat(store().update(second, 1)).isTrue();
        assertThat(store().find("0192-b")).contains(second);
        assertThat(store().update(FRANKFURT, 1)).isFalse();
        assertThat(store().update(new JvbServer("0192-c", "c", "http://c", "", 0, List.of(), true, 2), 1))
                .isFalse();
        assertThat(store().all()).containsExactly(second);
    }

    @Test
    default void deletes() {
        store().insert(FRANKFURT);
        store().insert(MADRID);
        store().delete("0192-b");
        store().delete("0192-b");
        assertThat(store().all()).containsExactly(MADRID);
    }
}
