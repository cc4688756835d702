package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is woken, and who no more. */
final class WakeUpsTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private void wake(String number, Instant at) {
        office.phones.serve(office.acme, "ext-" + number, one -> one.wakeUp(Optional.of(at.getEpochSecond())));
    }

    @Test
    void ringsOnceByOneNodeAndForgetsWhatIsTooLate() {
        Instant now = Instant.now();
        wake("100", now.minusSeconds(5));
        wake("101", now.minusSeconds(7200));
        wake("102", now.plusSeconds(3600));
        office.exchange.lookAround();
        office.exchange.lookAround();
        office.ringing("100");
        assertThat(office.signalling.invited()).hasSize(1);
        assertThat(office.phones.services(office.acme, "ext-100").wakeUp()).isEmpty();
        assertThat(office.phones.services(office.acme, "ext-101").wakeUp()).isEmpty();
        assertThat(office.phones.services(office.acme, "ext-102").wakeUp()).isPresent();
    }
}
