package org.patchbay.scripting.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Feed feed = new Feed(10);

    private static Parcel parcel(long sequence) {
        return new Parcel(sequence, sequence % 2 == 0 ? "even" : "odd", "{}");
    }

    private List<Long> sent() {
        var numbers = new ArrayList<Long>();
        for (var next = feed.next(0); next != null; next = feed.next(0)) {
            numbers.add(next.parcel().sequence());
        }
        return numbers;
    }

    private void caughtUp() {
        feed.read(feed.readFrom().orElseThrow(), List.of());
    }

    @Test
    void readsTheJournalFromItsPosition() {
        assertThat(feed.readFrom()).hasValue(10L);
        feed.read(10, List.of(parcel(11), parcel(12)));
        assertThat(feed.readFrom()).hasValue(12L);
        feed.read(12, List.of());
        assertThat(feed.readFrom()).isEmpty();
        assertThat(sent()).containsExactly(11L, 12L);
    }

    @Test
    void takesEachEventOnce() {
        caughtUp();
        assertThat(feed.offer(parcel(11))).isTrue();
        assertThat(feed.offer(parcel(11))).isTrue();
        assertThat(sent()).containsExactly(11L);
    }

    @Test
    void readsWhatItMissed() {
        caughtUp();
        assertThat(feed.offer(parcel(13))).isFalse();
        assertThat(feed.readFrom()).hasValue(10L);
        feed.read(10, List.of(parcel(11), parcel(12), parcel(13)));
        caughtUp();
        assertThat(feed.offer(parcel(14))).isTrue();
        assertThat(sent()).containsExactly(11L, 12L, 13L, 14L);
    }

    @Test
    void asksAgainWhenSomethingHappenedWhileItRead() {
        long from = feed.readFrom().orElseThrow();
        feed.offer(parcel(12));
        feed.read(from, List.of());
        assertThat(feed.readFrom()).hasValue(10L);
    }

    @Test
    void notesWhatFindsNoRoomAndReadsItLater() {
        caughtUp();
        LongStream.rangeClosed(11, 2_000).mapToObj(FeedTest::parcel).forEach(feed::offer);
        assertThat(feed.readFrom()).isEmpty();
        var first = sent();
        assertThat(first).hasSize(512).startsWith(11L);
        LongStream.rangeClosed(1, 512).forEach(feed::done);
        assertThat(sent()).startsWith(523L);
        assertThat(feed.readFrom()).hasValue(1_010L);
    }

    @Test
    void thePositionStopsBeforeTheFirstOpenEvent() {
        caughtUp();
        LongStream.rangeClosed(11, 14).mapToObj(FeedTest::parcel).forEach(feed::offer);
        sent();
        feed.done(2);
        feed.done(3);
        assertThat(feed.position()).isEqualTo(10);
        feed.done(1);
        assertThat(feed.position()).isEqualTo(13);
        feed.done(4);
        assertThat(feed.position()).isEqualTo(14);
    }

    @Test
    void whatNobodyWantsIsHandled() {
        caughtUp();
        LongStream.rangeClosed(11, 14).mapToObj(FeedTest::parcel).forEach(feed::offer);
        feed.want(type -> type.equals("odd"));
        assertThat(feed.position()).isEqualTo(10);
        assertThat(sent()).containsExactly(11L, 13L);
        feed.done(1);
        feed.done(2);
        feed.offer(parcel(16 - 1));
        assertThat(feed.position()).isEqualTo(14);
        feed.done(3);
        sent();
        feed.done(3);
        feed.offer(parcel(16));
        assertThat(feed.position()).isEqualTo(16);
    }

    @Test
    void sendsAgainWhatWasLostInOrder() {
        caughtUp();
        LongStream.rangeClosed(11, 15).mapToObj(FeedTest::parcel).forEach(feed::offer);
        sent();
        feed.done(2);
        feed.lost();
        assertThat(sent()).containsExactly(11L, 13L, 14L, 15L);
        assertThat(feed.done(3)).isEmpty();
    }

    @Test
    void passingEventsAreDroppedWhenThereIsNoRoom() {
        caughtUp();
        for (int i = 0; i < 1_003; i++) {
            feed.offer(parcel(0));
        }
        assertThat(feed.takeDropped()).isEqualTo(3);
        assertThat(feed.takeDropped()).isZero();
        assertThat(feed.position()).isEqualTo(10);
    }
}
