package org.patchbay.dialin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.phonemedia.RoomSound;
import org.patchbay.spi.calls.ApplicationCall;

/**
 * A caller in a room: what the room tells is said by sentences, what the caller wants is said by keys. What the room tells comes
 * on its threads and is handed to the call's.
 */
final class RoomVisit implements PhoneVisitor {

    /** What waits to be said; more is left. */
    private static final int MOST_WAITING = 6;

    private static final Duration JOIN_TONE = Duration.ofMillis(200);

    private final ApplicationCall call;
    private final PhoneMedia media;
    private final Consumer<String> goodbye;
    private @Nullable PhoneStay stay;
    private @Nullable RoomSound sound;
    private boolean left;
    private boolean in;
    private boolean star;
    private boolean muted;
    private boolean raised;
    private boolean asked;
    private int others = -1;
    private final Deque<List<Prompt>> waiting = new ArrayDeque<>();
    private boolean speaks;

    RoomVisit(ApplicationCall call, PhoneMedia media, Consumer<String> goodbye) {
        this.call = call;
        this.media = media;
        this.goodbye = goodbye;
    }

    /** Goes in; on a worker, and the call may be over in the meantime. */
    PhoneStay enter(Function<PhoneVisitor, PhoneStay> door) {
        PhoneStay entered = door.apply(this);
        synchronized (this) {
            stay = entered;
            if (!left) {
                return entered;
            }
        }
        entered.leave();
        return entered;
    }

    @Override
    public synchronized Answer offered(String sdp) {
        RoomSound known = sound;
        if (known == null) {
            known = media.room(call.port());
            sound = known;
        }
        if (left) {
            known.close();
        }
        return new Answer(known.answer(sdp), known.ssrc());
    }

    @Override
    public void waits() {
        call.run(() -> {
            call.note("waits", Map.of());
            call.port().play(List.of(new Prompt.Sentence("meeting-waits", call.language()), new Prompt.Music()), true);
        });
    }

    @Override
    public void entered() {
        call.run(() -> {
            in = true;
            call.note("in", Map.of());
            call.port().stopPlaying();
            speaks = false;
            say("meeting-joined");
        });
    }

    @Override
    public void others(int count) {
        call.run(() -> {
            int before = others;
            others = count;
            if (in && count == 0) {
                say("meeting-alone");
            } else if (in && before >= 0 && count > before) {
                speak(List.of(new Prompt.Tone(Prompt.Tone.Kind.BEEP, call.country(), JOIN_TONE)));
            }
        });
    }

    private void say(String sentence) {
        speak(List.of(new Prompt.Sentence(sentence, call.language())));
    }

    /** One after another. */
    private void speak(List<Prompt> prompts) {
        if (!speaks) {
            speaks = true;
            call.port().play(prompts, false);
        } else if (waiting.size() < MOST_WAITING) {
            waiting.add(prompts);
        }
    }

    /** What was said is over. */
    void played() {
        speaks = false;
        if (!waiting.isEmpty()) {
            speak(waiting.remove());
        }
    }

    @Override
    public void muted(boolean on) {
        call.run(() -> {
            muted = on;
            say(on ? "microphone-off" : "microphone-on");
        });
    }

    @Override
    public void hand(boolean up) {
        call.run(() -> {
            raised = up;
            say(up ? "hand-raised" : "hand-lowered");
        });
    }

    @Override
    public void recorded(boolean on, boolean asksNow) {
        call.run(() -> {
            boolean asksAnew = asksNow && !asked;
            asked = asksNow;
            if (asksAnew) {
                say("meeting-recorded");
            }
        });
    }

    @Override
    public void over(Reason why) {
        call.run(() -> {
            call.note("over", Map.of("why", why.name()));
            goodbye.accept(
                    switch (why) {
                        case ENDED -> "meeting-over";
                        case REMOVED -> "meeting-removed";
                        case LOST -> "technical-problem";
                        case FULL -> "meeting-full";
                    });
        });
    }

    /** Star and 6 is the microphone, star and 5 the hand; 1 and 2 answer whether a recording may have the caller. */
    void pressed(char key) {
        PhoneStay seat;
        synchronized (this) {
            seat = stay;
        }
        boolean after = star;
        star = key == '*';
        if (seat == null || star) {
            return;
        }
        if (after && key == '6') {
            seat.mute(!muted);
        } else if (after && key == '5') {
            seat.hand(!raised);
        } else if (!after && asked && (key == '1' || key == '2')) {
            asked = false;
            seat.consent(key == '1');
            say("thank-you");
        }
    }

    /** The call is over, or is elsewhere. */
    void leave() {
        PhoneStay seat;
        RoomSound open;
        synchronized (this) {
            left = true;
            seat = stay;
            open = sound;
        }
        if (seat != null) {
            seat.leave();
        }
        if (open != null) {
            open.close();
        }
    }
}
