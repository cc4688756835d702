package org.patchbay.blueprint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.patchbay.api.MayBeAbsent;

class BinderTest {

    private enum Colour {
        DARK_RED,
        BLUE
    }

    private record Time(DayOfWeek day, LocalTime from) {}

    private record Everything(
            String text,
            boolean on,
            int number,
            Optional<Integer> limit,
            Optional<LocalDate> day,
            @MayBeAbsent List<Time> times,
            @MayBeAbsent Set<Colour> colours,
            @MayBeAbsent Map<String, Object> values,
            @MayBeAbsent boolean off) {}

    private static Optional<Everything> bind(Binder binder, String text) {
        return binder.bind(YamlReader.read(text), Everything.class, "");
    }

    @Test
    void makesRecords() {
        var binder = new Binder();
        Optional<Everything> bound = bind(
                binder,
                """
                text: 101
                on: true
                number: 5
                limit: 7
                day: 2026-12-31
                times:
                - day: monday
                  from: '08:30'
                colours: [dark-red]
                values: {a: 1, b: 1.5, c: no, d: true, e: '1'}
                """);

        assertThat(binder.faults()).isEmpty();
        assertThat(bound)
                .contains(new Everything(
                        "101",
                        true,
                        5,
                        Optional.of(7),
                        Optional.of(LocalDate.of(2026, 12, 31)),
                        List.of(new Time(DayOfWeek.MONDAY, LocalTime.of(8, 30))),
                        Set.of(Colour.DARK_RED),
                        Map.of("a", 1L, "b", new BigDecimal("1.5"), "c", "no", "d", true, "e", "1"),
                        false));
    }

    @Test
    void whatItWritesItReads() {
        var everything = new Everything(
                "no",
                false,
                1,
                Optional.empty(),
                Optional.of(LocalDate.of(2026, 1, 1)),
                List.of(new Time(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT)),
                Set.of(Colour.BLUE, Colour.DARK_RED),
                Map.of("z", "2026-01-01", "a", 1L),
                true);
        String text = YamlWriter.write(Map.of("it", everything));

        YamlNode.Mapping root = (YamlNode.Mapping) YamlReader.read(text);
        YamlNode it = root.fields().values().iterator().next();
        var binder = new Binder();
        assertThat(binder.bind(it, Everything.class, "/it")).contains(everything);
        assertThat(binder.faults()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongByPathAndLine() {
        var binder = new Binder();
        Optional<Everything> bound = bind(
                binder,
                """
                text: [a]
                on: yes
                times:
                - day: someday
                  from: '8'
                  colour: red
                values: {a: [1]}
                """);

        assertThat(bound).isEmpty();
        assertThat(binder.faults())
                .extracting(fault -> fault.pointer() + " " + fault.line() + " " + fault.code())
                .containsExactlyInAnyOrder(
                        "/text 1 field.type",
                        "/on 2 field.type",
                        "/number 1 field.missing",
                        "/times/0/day 4 field.choice",
                        "/times/0/from 5 field.type",
                        "/times/0/colour 6 field.unknown",
                        "/values/a 7 field.type");
    }
}
