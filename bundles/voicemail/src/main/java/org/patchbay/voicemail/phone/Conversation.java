package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;

/** What is said to a caller and asked, one thing after the other. Used on the call's thread alone. */
final class Conversation implements ApplicationListener {

    private static final Duration BEEP = Duration.ofMillis(400);
    private static final Duration LONGEST_PROMPT = Duration.ofMinutes(35);
    private static final int MOST_DIGITS = 20;

    private final ApplicationCall call;
    private final String language;
    private Runnable afterPlaying = () -> {};
    private Consumer<Character> onKey = key -> {};
    private Runnable onOver = () -> {};
    private Registration timer = () -> {};

    Conversation(ApplicationCall call, String language) {
        this.call = call;
        this.language = language;
    }

    Prompt sentence(String name) {
        return new Prompt.Sentence(name, language);
    }

    Prompt digits(String digits) {
        return new Prompt.Digits(digits, language);
    }

    Prompt beep() {
        return new Prompt.Tone(Prompt.Tone.Kind.BEEP, call.country(), BEEP);
    }

    /** Sentences by their names. */
    List<Prompt> sentences(String... names) {
        List<Prompt> prompts = new ArrayList<>();
        for (String name : names) {
            prompts.add(sentence(name));
        }
        return prompts;
    }

    /** Says it, whatever is pressed, and then goes on. */
    void say(List<Prompt> prompts, Runnable then) {
        settle();
        afterPlaying = () -> {
            settle();
            then.run();
        };
        play(prompts);
    }

    /** Says it and waits so long for one key, which may be pressed before the end. */
    void choose(List<Prompt> prompts, Duration wait, Consumer<Character> key, Runnable none) {
        settle();
        onKey = pressed -> {
            settle();
            call.port().stopPlaying();
            key.accept(pressed);
        };
        afterPlaying = () -> wait(wait, none);
        play(prompts);
    }

    /** Says it and waits for digits, until the pound key or so long after the last one. */
    void digits(List<Prompt> prompts, Duration wait, Consumer<String> entered) {
        settle();
        var digits = new StringBuilder();
        onKey = pressed -> {
            call.port().stopPlaying();
            afterPlaying = () -> {};
            if (pressed != '#') {
                digits.append(pressed.charValue());
            }
            if (pressed == '#' || digits.length() >= MOST_DIGITS) {
                settle();
                entered.accept(digits.toString());
            } else {
                wait(wait, () -> entered.accept(digits.toString()));
            }
        };
        afterPlaying = () -> wait(wait, () -> entered.accept(digits.toString()));
        play(prompts);
    }

    /** Says nothing, and hears keys until something else is said or asked. */
    void hear(Consumer<Character> key, Runnable over) {
        settle();
        onKey = key;
        onOver = over;
    }

    /** Does this if the call ends before something else is said or asked. */
    void whenOver(Runnable task) {
        onOver = task;
    }

    private void play(List<Prompt> prompts) {
        timer = call.after(LONGEST_PROMPT, call::hangUp);
        call.port().play(prompts, false);
    }

    private void wait(Duration time, Runnable then) {
        timer.close();
        timer = call.after(time, () -> {
            settle();
            then.run();
        });
    }

    private void settle() {
        timer.close();
        timer = () -> {};
        afterPlaying = () -> {};
        onKey = key -> {};
        onOver = () -> {};
    }

    /** Says goodbye and hangs up. */
    void end(String... names) {
        List<Prompt> prompts = sentences(names);
        prompts.add(sentence("goodbye"));
        say(prompts, call::hangUp);
    }

    @Override
    public void pressed(char key) {
        onKey.accept(key);
    }

    @Override
    public void played() {
        Runnable next = afterPlaying;
        afterPlaying = () -> {};
        next.run();
    }

    @Override
    public void over() {
        Runnable last = onOver;
        settle();
        last.run();
    }
}
