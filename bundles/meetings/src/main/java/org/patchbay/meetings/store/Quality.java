package org.patchbay.meetings.store;

import java.util.Optional;
import org.patchbay.api.Problem;

/**
 * How somebody's connection was during a stay, as their browser reported it. Immutable.
 *
 * @param roundTrip milliseconds to the media server and back
 * @param loss percent of the packets that did not arrive
 * @param jitter milliseconds
 * @param sent lines of the picture that was sent
 * @param received lines of the largest picture that came
 */
public record Quality(
        int reports,
        Optional<Range> roundTrip,
        Optional<Range> loss,
        Optional<Range> jitter,
        Optional<Range> sent,
        Optional<Range> received) {

    /** Before the first report. */
    public static final Quality NONE =
            new Quality(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with one more report. */
    public Quality with(Sample sample) {
        return new Quality(
                reports + 1,
                Range.with(roundTrip, sample.roundTrip()),
                Range.with(loss, sample.loss()),
                Range.with(jitter, sample.jitter()),
                Range.with(sent, sample.sent()),
                Range.with(received, sample.received()));
    }

    /** What was lowest, highest, and on average. */
    public record Range(double lowest, double highest, double sum, int count) {

        /** The mean of all values. */
        public double average() {
            return sum / count;
        }

        private static Optional<Range> with(Optional<Range> before, Optional<Double> value) {
            return value.map(now -> before.map(range -> new Range(
                                    Math.min(range.lowest, now),
                                    Math.max(range.highest, now),
                                    range.sum + now,
                                    range.count + 1))
                            .orElseGet(() -> new Range(now, now, now, 1)))
                    .or(() -> before);
        }
    }

    /** One report of a browser; what it does not know is left out. */
    public record Sample(
            Optional<Double> roundTrip,
            Optional<Double> loss,
            Optional<Double> jitter,
            Optional<Double> sent,
            Optional<Double> received) {

        private static final int MILLISECONDS = 60_000;
        private static final int PERCENT = 100;
        private static final int LINES = 8640;

        /** Refuses what is out of bounds. */
        public void check() {
            check("roundTrip", roundTrip, MILLISECONDS);
            check("loss", loss, PERCENT);
            check("jitter", jitter, MILLISECONDS);
            check("sent", sent, LINES);
            check("received", received, LINES);
        }

        private static void check(String field, Optional<Double> value, int most) {
            // What is no number is not within the range either.
            if (value.filter(number -> !(number >= 0 && number <= most)).isPresent()) {
                throw Problem.INVALID.at("/quality/" + field, "range", "must be 0 to " + most);
            }
        }
    }
}
