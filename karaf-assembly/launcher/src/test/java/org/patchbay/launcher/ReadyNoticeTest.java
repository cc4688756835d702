package org.patchbay.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadyNoticeTest {

    @Test
    void namesThePortsOfTheTelephone() {
        assertThat(ReadyNotice.telephone(new Environment(Map.of("PATCHBAY_SIP_PORT", "5070"))))
                .contains("5070", "5061", "20000", "23999");
        assertThat(ReadyNotice.telephone(new Environment(Map.of("PATCHBAY_SIP_PORT", "-1"))))
                .isEmpty();
    }
}
