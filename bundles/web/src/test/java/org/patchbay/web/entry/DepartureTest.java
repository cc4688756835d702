package org.patchbay.web.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;

final class DepartureTest {

    @Test
    void whoLeftIsToldFromAFault() {
        assertThat(Departure.caused(new IllegalStateException(new UncheckedIOException(new EOFException()))))
                .isTrue();
        assertThat(Departure.caused(new ClosedChannelException())).isTrue();
        assertThat(Departure.caused(new UncheckedIOException(new IOException("Disk full"))))
                .isFalse();
        assertThat(Departure.caused(new IllegalStateException())).isFalse();
    }
}
