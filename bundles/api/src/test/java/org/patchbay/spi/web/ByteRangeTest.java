package org.patchbay.spi.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, bytes 0-0/100, 1",
        "bytes=0-, bytes 0-99/100, 100",
        "bytes=90-200, bytes 90-99/100, 10",
        "bytes=99-99, bytes 99-99/100, 1",
        "bytes=-1, bytes 99-99/100, 1",
        "bytes=-500, bytes 0-99/100, 100"
    })
    void isWhatIsThere(String header, String expected, long length) {
        ByteRange range = ByteRange.of(Optional.of(header), 100).orElseThrow();
        assertThat(range.satisfiable()).isTrue();
        assertThat(range.contentRange(100)).isEqualTo(expected);
        assertThat(range.length()).isEqualTo(length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
    void isRefusedWhereNothingIsThere(String header) {
        ByteRange range = ByteRange.of(Optional.of(header), 100).orElseThrow();
        assertThat(range.satisfiable()).isFalse();
        assertThat(range.contentRange(100)).isEqualTo("bytes */100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=2-1", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=99999999999999999999-"
            })
    void isAllOfItWhereItIsNone(String header) {
        assertThat(ByteRange.of(Optional.of(header), 100)).isEmpty();
    }

    @Test
    void anEmptyFileHasNoBytes() {
        assertThat(ByteRange.of(Optional.of("bytes=0-"), 0).orElseThrow().satisfiable())
                .isFalse();
    }
}
