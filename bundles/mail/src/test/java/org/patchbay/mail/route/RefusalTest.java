package org.patchbay.mail.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RefusalTest {

    @Test
    void tellsPermanentFromPassing() {
        var permanent = new RuntimeException("outer", new RuntimeException("550 5.1.1 No such person\n"));
        var passing = new RuntimeException("451 4.3.0 Try again later");

        assertThat(Refusal.of(permanent)).isEqualTo(new Refusal("550 5.1.1 No such person", true, false));
        assertThat(Refusal.of(passing)).isEqualTo(new Refusal("451 4.3.0 Try again later", false, false));
        assertThat(Refusal.of(new RuntimeException("Couldn't connect to host")).permanent())
                .isFalse();
    }
}
