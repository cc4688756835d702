package org.patchbay.dialin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeysTest {

    private static boolean press(Keys keys, String all) {
        boolean last = false;
        for (int i = 0; i < all.length(); i++) {
            last = keys.press(all.charAt(i));
        }
        return last;
    }

    @Test
    void endWithPoundOrWhenThereAreEnough() {
        var keys = new Keys(4);
        assertThat(press(keys, "12")).isFalse();
        assertThat(press(keys, "#")).isTrue();
        assertThat(keys.digits()).isEqualTo("12");
        assertThat(press(new Keys(4), "1234")).isTrue();
    }

    @Test
    void beginAnewWithAStar() {
        var keys = new Keys(4);
        assertThat(press(keys, "99*1234")).isTrue();
        assertThat(keys.digits()).isEqualTo("1234");
    }

    @Test
    void ofANumberGuestsSeeBeginningAndEnd() {
        assertThat(Callers.masked("+493012345612", "Phone")).isEqualTo("+4930 …12");
        assertThat(Callers.masked("100", "Phone")).isEqualTo("Phone");
        assertThat(Callers.masked("", "Telefon")).isEqualTo("Telefon");
    }
}
