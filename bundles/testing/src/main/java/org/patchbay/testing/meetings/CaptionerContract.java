package org.patchbay.testing.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.spi.meetings.Caption;
import org.patchbay.spi.meetings.Captioner;

/** What every captioner does; a plugin is done when this passes. */
public interface CaptionerContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    String MONDAY = "01890000-0000-7000-8000-000000000001";
    String TUESDAY = "01890000-0000-7000-8000-000000000002";
    String ANN = "0000000a";

    /** One that serves Acme. */
    Captioner captioner();

    /** Ann says something in a meeting of Acme. */
    void say(String meeting, String text);

    @Test
    default void writesDownWhatIsSaidInTheMeetingThatItFollows() {
        assertThat(captioner().serves(ACME)).isTrue();
        List<Caption> monday = new CopyOnWriteArrayList<>();
        List<Caption> tuesday = new CopyOnWriteArrayList<>();
        var one = captioner().follow(ACME, MONDAY, monday::add);
        var other = captioner().follow(ACME, TUESDAY, tuesday::add);
        say(MONDAY, "Good morning");
        await().untilAsserted(() -> assertThat(monday).last().satisfies(last -> {
            assertThat(last.participant()).isEqualTo(ANN);
            assertThat(last.text()).isEqualTo("Good morning");
            assertThat(last.finished()).isTrue();
        }));
        assertThat(tuesday).isEmpty();
        one.close();
        other.close();
    }

    @Test
    default void followsNoLongerThanItIsAskedTo() {
        List<Caption> heard = new CopyOnWriteArrayList<>();
        List<Caption> after = new CopyOnWriteArrayList<>();
        var following = captioner().follow(ACME, MONDAY, heard::add);
        following.close();
        following.close();
        var other = captioner().follow(ACME, MONDAY, after::add);
        say(MONDAY, "Good morning");
        await().untilAsserted(() -> assertThat(after).isNotEmpty());
        assertThat(heard).isEmpty();
        other.close();
    }
}
