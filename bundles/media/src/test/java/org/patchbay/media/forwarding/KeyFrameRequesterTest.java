package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyFrameRequesterTest {

    private static final long STEP = KeyFrameRequester.LEAST_INTERVAL_NANOS;

    private final KeyFrameRequester requester = new KeyFrameRequester();

    @Test
    void asksAtOnceThenNowAndThen() {
        assertThat(requester.due(0)).isFalse();
        requester.want(0);
        assertThat(requester.due(0)).isTrue();
        assertThat(requester.due(STEP - 1)).isFalse();
        assertThat(requester.due(STEP)).isTrue();
        requester.onKeyFrame();
        assertThat(requester.due(3 * STEP)).isFalse();
    }

    @Test
    void boundsWhatManyReceiversWant() {
        int asked = 0;
        for (long now = 0; now < 10 * STEP; now += STEP / 10) {
            requester.want(now);
            asked += requester.due(now) ? 1 : 0;
            requester.onKeyFrame();
        }
        assertThat(asked).isLessThanOrEqualTo(10);
    }

    @Test
    void givesUpOnACameraThatIsOff() {
        requester.want(0);
        assertThat(requester.due(KeyFrameRequester.PATIENCE_NANOS + 1)).isFalse();
        assertThat(requester.due(KeyFrameRequester.PATIENCE_NANOS + STEP)).isFalse();
    }
}
