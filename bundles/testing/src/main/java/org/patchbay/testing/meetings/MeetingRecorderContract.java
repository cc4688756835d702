package org.patchbay.testing.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.spi.meetings.MeetingRecorder;
import org.patchbay.spi.meetings.MeetingRecording;
import org.patchbay.spi.meetings.RecordedMeeting;
import org.patchbay.spi.meetings.RecordedPerson;

/** What every recorder of meetings keeps to. */
public interface MeetingRecorderContract {

    /** The recorder under test. */
    MeetingRecorder recorder();

    /** A portal whose meetings it records. */
    PortalId served();

    /** The id of somebody of that portal. */
    String host();

    @Test
    default void recordsWhereItServesAlone() {
        var elsewhere = new PortalId(Ids.next());

        assertThat(recorder().serves(served())).isTrue();
        assertThat(recorder().serves(elsewhere)).isFalse();
        assertThatThrownBy(() -> start(elsewhere, new CopyOnWriteArrayList<>()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN));
    }

    @Test
    default void hasAnIdAndATapUntilItIsStoppedByWhoeverWants() {
        List<String> ended = new CopyOnWriteArrayList<>();
        var guest = new RecordedPerson("0000000b", Optional.empty(), "Bo");

        MeetingRecording first = start(served(), ended);
        MeetingRecording second = start(served(), ended);
        assertThat(first.id()).isNotEqualTo(second.id());
        assertThat(first.tap()).isNotNull();
        first.declined(guest);
        first.agreed(guest);
        first.stop(Optional.of(guest));
        first.stop(Optional.empty());
        second.stop(Optional.empty());
        assertThat(ended).isEmpty();
    }

    private MeetingRecording start(PortalId portal, List<String> ended) {
        return recorder()
                .start(portal, new RecordedMeeting(Ids.next(), "Monday", host(), "Ann"), Optional.empty(), ended::add);
    }
}
