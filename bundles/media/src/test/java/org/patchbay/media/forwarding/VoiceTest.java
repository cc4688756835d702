package org.patchbay.media.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VoiceTest {

    private static final long PACKET = 20_000_000;

    private final Voice voice = new Voice();
    private long now;

    private void hear(int level, int packets) {
        for (int i = 0; i < packets; i++) {
            now += PACKET;
            voice.onLevel((byte) level, now);
        }
    }

    @Test
    void hearsSpeechThatLasts() {
        hear(35, 3);
        assertThat(voice.isSpeaking(now)).as("a click").isFalse();
        hear(35, 10);
        assertThat(voice.isSpeaking(now)).isTrue();
    }

    @Test
    void bridgesTheGapsBetweenWords() {
        hear(30, 20);
        hear(90, 5);
        assertThat(voice.isSpeaking(now)).isTrue();
        hear(110, 20);
        assertThat(voice.isSpeaking(now)).isFalse();
    }

    @Test
    void ignoresTheSendersOpinion() {
        hear(0x80 | 127, 50);
        assertThat(voice.isSpeaking(now)).isFalse();
    }

    @Test
    void forgetsWhoIsNotHeardAnyMore() {
        hear(30, 20);
        assertThat(voice.isSpeaking(now + 500_000_000)).isFalse();
    }
}
