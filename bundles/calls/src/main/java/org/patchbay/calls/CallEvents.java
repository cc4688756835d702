package org.patchbay.calls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of calls; the subject of each is the id of the call, from its first ring to its record. */
@Component
public final class CallEvents implements EventTypes {

    public static final String STARTED = "call.started";
    public static final String ASKED = "call.asked";
    public static final String RINGING = "call.ringing";
    public static final String ANSWERED = "call.answered";
    public static final String HELD = "call.held";
    public static final String RESUMED = "call.resumed";
    public static final String TRANSFERRED = "call.transferred";
    public static final String PARKED = "call.parked";
    public static final String PICKED_UP = "call.picked-up";
    public static final String JOINED = "call.joined";
    public static final String RECORDING_STARTED = "call.recording.started";
    public static final String RECORDING_STOPPED = "call.recording.stopped";
    public static final String DECIDED = "call.decided";
    public static final String ENDED = "call.ended";
    public static final String RECORDING_PLAYED = "call.recording.played";
    public static final String RECORDING_DOWNLOADED = "call.recording.downloaded";
    public static final String RECORDING_DELETED = "call.recording.deleted";
    public static final String LIMIT_REACHED = "call.limit-reached";
    public static final String LIMIT_NEAR = "call.limit-near";
    public static final String LIMIT_LIFTED = "call.limit-lifted";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(STARTED, "Somebody calls.", Happened.class),
                EventType.passing(
                        ASKED,
                        "Scripts are asked what becomes of a call; they answer by the functions of patchbay/calls.",
                        Happened.class),
                EventType.passing(RINGING, "A phone rings.", Happened.class),
                EventType.durable(ANSWERED, "A call was answered.", Happened.class),
                EventType.passing(HELD, "Somebody holds a call.", Happened.class),
                EventType.passing(RESUMED, "Somebody holds a call no more.", Happened.class),
                EventType.durable(TRANSFERRED, "A call was put through to somebody else.", Happened.class),
                EventType.durable(PARKED, "A call was parked.", Happened.class),
                EventType.durable(PICKED_UP, "A call was taken that rang or was parked elsewhere.", Happened.class),
                EventType.durable(JOINED, "Somebody came into a conversation of others.", Happened.class),
                EventType.durable(RECORDING_STARTED, "A call is recorded.", Happened.class),
                EventType.durable(
                        RECORDING_STOPPED,
                        "A call is recorded no more; detail DISK where the disk is full.",
                        Happened.class),
                EventType.durable(RECORDING_PLAYED, "Somebody played the recording of a call.", RecordingUse.class),
                EventType.durable(
                        RECORDING_DOWNLOADED, "Somebody downloaded the recording of a call.", RecordingUse.class),
                EventType.durable(RECORDING_DELETED, "Somebody deleted the recording of a call.", RecordingUse.class),
                EventType.passing(DECIDED, "It was decided where a call goes.", Decided.class),
                EventType.durable(ENDED, "A call is over.", Ended.class),
                EventType.durable(
                        LIMIT_REACHED, "A limit for calls outside was reached; they are refused.", Limited.class),
                EventType.durable(
                        LIMIT_NEAR, "Four fifths of a limit for calls outside are used up today.", Neared.class),
                EventType.durable(
                        LIMIT_LIFTED, "A limit for calls outside was lifted for today, or holds again.", Lifted.class));
    }

    /** Somebody in a call; the person is empty for somebody without an account. */
    public record Someone(
            Optional<String> person, @Personal(of = "person") String number, @Personal(of = "person") String name) {}

    /**
     * Data of most.
     *
     * @param detail who, where or what, as the type says
     */
    public record Happened(
            String call, String direction, String state, Someone caller, String called, Optional<String> detail) {}

    /** Data of {@link #DECIDED}. */
    public record Decided(String call, String step, String reason, Map<String, String> params) {}

    /** Data of {@link #ENDED}. */
    public record Ended(
            String call, String direction, String result, Someone caller, String called, long seconds, int legs) {}

    /** What somebody did with a recording; the person is empty for who has no account. */
    public record RecordingUse(String call, String recording, Optional<String> person) {}

    /** Data of {@link #LIMIT_REACHED}. */
    public record Limited(String limit, String number) {}

    /** Data of {@link #LIMIT_NEAR}. */
    public record Neared(String limit, long used, long most) {}

    /** Data of {@link #LIMIT_LIFTED}. */
    public record Lifted(String limit, boolean lifted) {}
}
