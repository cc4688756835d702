package org.patchbay.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.patchbay.blueprint.Comparison.Kind;
import org.patchbay.blueprint.Comparison.Line;

class TextDiffTest {

    private static String shown(List<Line> lines) {
        return lines.stream()
                .map(line -> switch (line.kind()) {
                    case SAME -> " " + line.text();
                    case ADDED -> "+" + line.text();
                    case REMOVED -> "-" + line.text();
                    case SKIPPED -> "…" + line.text();
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void showsWhatChangesWithSomeAround() {
        assertThat(shown(TextDiff.of("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\nx\n7\n9\n")))
                .isEqualTo("…2\n 3\n 4\n 5\n-6\n+x\n 7\n-8\n 9");
        assertThat(shown(TextDiff.of("", "a\nb\n"))).isEqualTo("+a\n+b");
        assertThat(TextDiff.of("a\n", "a\n").stream().filter(line -> line.kind() != Kind.SKIPPED))
                .isEmpty();
    }

    @Test
    void whatIsNotAddedWasThereAndWhatIsNotRemovedStays() {
        var random = new Random(7);
        for (int run = 0; run < 200; run++) {
            String before = lines(random);
            String after = lines(random);
            List<Line> diff = TextDiff.of(before, after);

            assertThat(diff.stream().filter(line -> line.kind() == Kind.REMOVED).map(Line::text))
                    .isSubsetOf(before.lines().toList());
            long removed =
                    diff.stream().filter(line -> line.kind() == Kind.REMOVED).count();
            long added = diff.stream().filter(line -> line.kind() == Kind.ADDED).count();
            assertThat(before.lines().count() - removed + added)
                    .isEqualTo(after.lines().count());
        }
    }

    private static String lines(Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> random.nextInt(8) + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void textsThatDifferTooMuchAreReplaced() {
        String before = IntStream.range(0, 3000).mapToObj(i -> "a" + i + "\n").collect(Collectors.joining());
        String after = IntStream.range(0, 3000).mapToObj(i -> "b" + i + "\n").collect(Collectors.joining());
        assertThat(TextDiff.of(before, after)).hasSize(6000);
    }
}
