package org.patchbay.jvb.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RelayWayTest {

    private static RelayState counts(long received, long sent) {
        return new RelayState(true, received, sent);
    }

    private final RelayWay begun = RelayWay.begin(counts(0, 100), counts(90, 0));

    @Test
    void isWrongWhereMuchWentAndNothingCame() {
        RelayWay once = begun.after(counts(0, 200), counts(90, 0));
        RelayWay twice = once.after(counts(0, 300), counts(90, 0));
        assertThat(once.wrong()).isEqualTo(1);
        assertThat(twice.wrong()).isEqualTo(2);
        assertThat(twice.after(counts(0, 310), counts(91, 0)).wrong())
                .as("something came")
                .isZero();
    }

    @Test
    void littleSaysNothingUntilItIsMuch() {
        RelayWay little = begun.after(counts(0, 115), counts(90, 0));
        assertThat(little).isEqualTo(begun);
        assertThat(little.after(counts(0, 130), counts(90, 0)).wrong()).isEqualTo(1);
    }
}
