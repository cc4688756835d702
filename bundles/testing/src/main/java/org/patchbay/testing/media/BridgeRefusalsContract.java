package org.patchbay.testing.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.media.BridgeException;
import org.patchbay.spi.media.BridgeException.Reason;
import org.patchbay.spi.media.EndpointId;
import org.patchbay.spi.media.EndpointOptions;
import org.patchbay.spi.media.MediaBridge;
import org.patchbay.spi.media.Source;

/** What every {@link MediaBridge} refuses, before any media flows. */
public interface BridgeRefusalsContract {

    /** The bridge under test. */
    MediaBridge bridge();

    /** A fresh peer; the conference of the test closes it. */
    MediaPeer newPeer();

    /** A fresh conference. */
    default TestConference open() {
        return new TestConference(bridge(), this::newPeer);
    }

    @Test
    default void refusesWhatItDoesNotKnow() {
        try (var conference = open()) {
            var nobody = new EndpointId("nobody");
            var unknown = new TestConference(bridge(), this::newPeer);
            unknown.close();
            assertReason(Reason.NO_CONFERENCE, () -> bridge().setSources(unknown.id(), nobody, List.of()));
            assertReason(Reason.NO_ENDPOINT, () -> bridge().setSources(conference.id(), nobody, List.of()));
            assertReason(Reason.NO_ENDPOINT, () -> bridge().forceMute(conference.id(), nobody, true, true));
        }
    }

    @Test
    default void ignoresTheExpiryOfWhatItDoesNotKnow() throws BridgeException {
        try (var conference = open()) {
            bridge().expireEndpoint(conference.id(), new EndpointId("nobody"));
            bridge().expireConference(conference.id());
            bridge().expireConference(conference.id());
        }
    }

    @Test
    default void refusesTheSameTwice() throws BridgeException {
        try (var conference = open()) {
            var id = new EndpointId("aaaa0001");
            bridge().addEndpoint(conference.id(), id, EndpointOptions.standard());
            assertReason(Reason.CONFLICT, () -> bridge().createConference(conference.id(), new RecordedEvents()));
            assertReason(Reason.CONFLICT, () -> bridge().addEndpoint(conference.id(), id, EndpointOptions.standard()));
        }
    }

    @Test
    default void refusesAnSsrcOfAnotherEndpoint() throws BridgeException {
        try (var conference = open()) {
            var first = new EndpointId("aaaa0001");
            var second = new EndpointId("aaaa0002");
            bridge().addEndpoint(conference.id(), first, EndpointOptions.standard());
            bridge().addEndpoint(conference.id(), second, EndpointOptions.standard());
            bridge().setSources(conference.id(), first, List.of(Source.audio(first, 7)));
            assertReason(Reason.CONFLICT, () -> bridge().setSources(
                            conference.id(), second, List.of(Source.audio(second, 7))));
        }
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(BridgeException.class);
        assertThat(catchThrowableOfType(BridgeException.class, call).reason()).isEqualTo(reason);
    }
}
