package org.patchbay.testing.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.spi.live.LiveChannel;

/** What every live channel keeps to. */
public interface LiveChannelContract {

    /** The channel under test. */
    LiveChannel channel();

    /** Somebody who may open it. */
    Caller caller();

    /** Where the caller opens it. */
    PortalId portal();

    /** Arguments with which it opens. */
    String with();

    @Test
    default void hasAKebabCaseName() {
        assertThat(channel().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    @Test
    default void opensAndMayBeLeftTwice() {
        var sink = new RecordedSink();
        var subscription = channel().open(caller(), portal(), with(), sink);
        subscription.close();
        subscription.close();
        assertThat(sink.closed()).isEmpty();
    }

    @Test
    default void sendsObjectsOnly() {
        var sink = new RecordedSink();
        var subscription = channel().open(caller(), portal(), with(), sink);
        subscription.close();
        assertThat(sink.messages())
                .allSatisfy(message -> assertThat(message).startsWith("{").endsWith("}"));
    }

    @Test
    default void refusesArgumentsThatItDoesNotKnow() {
        assertThatThrownBy(() -> channel().open(caller(), portal(), "{\"unknownArgument\":1}", new RecordedSink()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.INVALID));
    }
}
