package org.patchbay.dialin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;

/** One caller: is asked for number and PIN, waits for a meeting that has not begun, is in the room. On the call's thread. */
final class Visit implements ApplicationListener {

    private static final int TRIES = 3;
    private static final int NUMBER_DIGITS = 8;
    private static final int PIN_DIGITS = 10;
    private static final int MOST_EARLY = PIN_DIGITS + 1;
    private static final Duration FOR_KEYS = Duration.ofSeconds(12);
    private static final Duration LONGEST_PROMPT = Duration.ofSeconds(45);
    private static final Duration LOOKS_AGAIN = Duration.ofSeconds(15);

    private enum State {
        NUMBER,
        PIN,
        ASKS,
        WAITS,
        ROOM,
        GOES
    }

    private final ApplicationCall call;
    private final DialIns dialIns;
    private final RoomVisit room;
    private State state = State.NUMBER;
    private Keys keys = new Keys(NUMBER_DIGITS);
    private String early = "";
    private String number = "";
    private Optional<String> pin = Optional.empty();
    private int tries;
    private Registration timer = () -> {};

    Visit(ApplicationCall call, DialIns dialIns, PhoneMedia media) {
        this.call = call;
        this.dialIns = dialIns;
        this.room = new RoomVisit(call, media, this::goodbye);
    }

    void begin() {
        call.answer(true);
        askNumber("welcome");
    }

    private void askNumber(String before) {
        state = State.NUMBER;
        keys = new Keys(NUMBER_DIGITS);
        say(before, "enter-room");
        wait(LONGEST_PROMPT, this::wrong);
    }

    private void askPin(String... before) {
        state = State.PIN;
        keys = new Keys(PIN_DIGITS);
        List<String> all = new ArrayList<>(List.of(before));
        all.add("enter-pin");
        say(all.toArray(String[]::new));
        wait(LONGEST_PROMPT, this::wrong);
    }

    private void say(String... sentences) {
        call.port().play(prompts(sentences), false);
    }

    private List<Prompt> prompts(String... sentences) {
        List<Prompt> prompts = new ArrayList<>();
        for (String sentence : sentences) {
            prompts.add(new Prompt.Sentence(sentence, call.language()));
        }
        return prompts;
    }

    private void wait(Duration time, Runnable then) {
        timer.close();
        timer = call.after(time, then);
    }

    @Override
    public void played() {
        if (state == State.GOES) {
            call.hangUp();
        } else if (state == State.NUMBER || state == State.PIN) {
            wait(FOR_KEYS, this::wrong);
        } else {
            room.played();
        }
    }

    @Override
    public void pressed(char key) {
        if (state == State.ROOM) {
            room.pressed(key);
            return;
        }
        if (state == State.ASKS && early.length() < MOST_EARLY) {
            early += key;
        }
        if (state != State.NUMBER && state != State.PIN) {
            return;
        }
        call.port().stopPlaying();
        wait(FOR_KEYS, this::wrong);
        if (!keys.press(key)) {
            return;
        }
        timer.close();
        if (state == State.NUMBER) {
            number = keys.digits();
            look();
        } else {
            pin = Optional.of(keys.digits());
            enter();
        }
    }

    /** What came of something that may be refused. */
    private record Result<T>(Optional<T> made, Optional<PatchbayException> refused) {

        static <T> Result<T> of(Supplier<T> task) {
            try {
                return new Result<>(Optional.of(task.get()), Optional.empty());
            } catch (PatchbayException e) {
                return new Result<>(Optional.empty(), Optional.of(e));
            }
        }
    }

    private void look() {
        state = State.ASKS;
        early = "";
        String asked = number;
        call.work(() -> Result.of(() -> dialIns.asksPin(call.portal(), asked, caller())), result -> result.refused()
                .ifPresentOrElse(this::refused, () -> {
                    if (result.made().orElseThrow()) {
                        askPin();
                        pressedEarly();
                    } else {
                        enter();
                    }
                }));
    }

    /** Who knows the way keys the PIN in behind the number, before it is asked for. */
    private void pressedEarly() {
        for (int i = 0; i < early.length() && state == State.PIN; i++) {
            pressed(early.charAt(i));
        }
    }

    private String caller() {
        return call.caller().number();
    }

    private void enter() {
        state = State.ASKS;
        String name = Callers.nameOf(call);
        String asked = number;
        Optional<String> known = pin;
        call.work(
                () -> Result.of(() ->
                        room.enter(visitor -> dialIns.enter(call.portal(), asked, known, caller(), name, visitor))),
                result -> result.refused().ifPresentOrElse(this::refused, () -> {
                    call.note(
                            "enters",
                            Map.of("meeting", result.made().orElseThrow().meeting()));
                    if (state == State.ASKS) {
                        state = State.ROOM;
                    }
                }));
    }

    private void refused(PatchbayException why) {
        boolean wrongPin =
                why.errors().stream().anyMatch(error -> error.pointer().equals("/pin"));
        call.note("refused", Map.of("why", wrongPin ? "pin" : why.code()));
        if (wrongPin) {
            tries++;
            if (tries < TRIES) {
                askPin("wrong-pin");
            } else {
                goodbye("too-many-tries");
            }
            return;
        }
        switch (why.code()) {
            case "meeting.link-ended" -> again("meeting-unknown");
            case "meeting.not-yet" -> waitForTheMeeting();
            case "meeting.over", "meeting.cancelled" -> goodbye("meeting-over");
            case "meeting.locked" -> goodbye("meeting-locked");
            case "meeting.full", "portal.full" -> goodbye("meeting-full");
            default -> goodbye(why.problem() == Problem.LIMITED ? "too-many-tries" : "technical-problem");
        }
    }

    /** Nothing was keyed in, or nothing that there is. */
    private void wrong() {
        if (state == State.PIN) {
            tries++;
            if (tries < TRIES) {
                askPin();
                return;
            }
            goodbye("too-many-tries");
        } else {
            again("invalid");
        }
    }

    private void again(String sentence) {
        tries++;
        if (tries < TRIES) {
            askNumber(sentence);
        } else {
            goodbye("too-many-tries");
        }
    }

    private void waitForTheMeeting() {
        if (state != State.WAITS) {
            List<Prompt> prompts = prompts("meeting-not-yet");
            prompts.add(new Prompt.Music());
            call.port().play(prompts, true);
        }
        state = State.WAITS;
        wait(LOOKS_AGAIN, this::lookAgain);
    }

    private void lookAgain() {
        String asked = number;
        call.work(() -> Result.of(() -> dialIns.asksPin(call.portal(), asked, caller())), result -> {
            if (result.refused().isPresent()) {
                refused(result.refused().get());
            } else if (result.made().orElseThrow() && pin.isEmpty()) {
                askPin();
            } else {
                enter();
            }
        });
    }

    private void goodbye(String sentence) {
        timer.close();
        state = State.GOES;
        say(sentence, "goodbye");
        wait(LONGEST_PROMPT, call::hangUp);
    }

    @Override
    public void over() {
        timer.close();
        room.leave();
    }
}
