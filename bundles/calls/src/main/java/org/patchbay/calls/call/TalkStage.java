package org.patchbay.calls.call;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;

/** Phones that talk: two that are connected, or more in a conference. */
final class TalkStage implements Stage {

    private final Call call;
    private final List<Line> inside;
    private Optional<Mixer> mixer = Optional.empty();
    private Optional<Line> coached = Optional.empty();
    private Optional<PortRecording> recording = Optional.empty();

    TalkStage(Call call, List<Line> inside) {
        this.call = call;
        this.inside = new ArrayList<>(inside);
    }

    @Override
    public CallState state() {
        return inside.stream().anyMatch(Line::holds) ? CallState.HELD : CallState.TALKING;
    }

    @Override
    public void begin() {
        connect();
    }

    List<Line> inside() {
        return List.copyOf(inside);
    }

    /** The other one of two, or of more the first other one. */
    Optional<Line> other(Line line) {
        return speaking().stream().filter(one -> one != line).findFirst();
    }

    private List<Line> speaking() {
        return inside.stream()
                .filter(line -> line.role() != CallParty.Role.LISTENER && line.role() != CallParty.Role.WHISPERER)
                .toList();
    }

    /** Somebody comes in; a whisperer is heard by one alone. */
    void join(Line line, Optional<Line> coaches) {
        inside.add(line);
        coaches.ifPresent(one -> coached = Optional.of(one));
        connect();
    }

    /** Another one takes somebody's place, whose line ends or goes elsewhere. */
    void replace(Line old, Line line) {
        inside.replaceAll(one -> one == old ? line : one);
        line.role(old.role());
        if (call.isCaller(old)) {
            call.caller(line);
        }
        connect();
        new Recorder(call).renew(this);
    }

    void record(Path file) {
        recording = Optional.of(inside.get(0).port().record(file));
    }

    void stopRecording() {
        recording.ifPresent(PortRecording::close);
        recording = Optional.empty();
    }

    /** Nobody holds any more: whoever did is gone. */
    void unhold() {
        inside.forEach(line -> line.holds(false));
    }

    /** Says something to everybody in it. */
    void say(List<Prompt> prompts) {
        inside.forEach(line -> line.port().play(prompts, false));
    }

    /** Makes the sound as it should be now. */
    private void connect() {
        inside.forEach(line -> line.port().stopPlaying());
        if (inside.size() == 2 && mixer.isEmpty()) {
            two(inside.get(0), inside.get(1));
            return;
        }
        Mixer room = mixer.orElseGet(() -> call.hub().media().mixer(call.portal()));
        mixer = Optional.of(room);
        for (Line line : inside) {
            if (line.holds()) {
                line.port().disconnect();
            } else {
                room.join(line.port(), ear(line));
            }
        }
    }

    private Mixer.Ear ear(Line line) {
        return switch (line.role()) {
            case LISTENER -> Mixer.Ear.LISTENS;
            case WHISPERER -> Mixer.Ear.WHISPERS;
            default -> coached.filter(one -> one == line).isPresent() ? Mixer.Ear.COACHED : Mixer.Ear.SPEAKS;
        };
    }

    private static void two(Line one, Line other) {
        one.port().connect(other.port());
        if (one.holds() != other.holds()) {
            Line held = one.holds() ? other : one;
            held.port().play(List.of(new Prompt.Music()), true);
        }
    }

    @Override
    public void held(Line line, boolean on) {
        if (inside.contains(line)) {
            connect();
            call.tell(
                    on ? Journal.What.HELD : Journal.What.RESUMED,
                    line.who().party().number());
        }
    }

    @Override
    public void over(Line line, LegEnd end) {
        if (!inside.remove(line)) {
            return;
        }
        if (speaking().size() < 2) {
            call.finish(LegEnd.hungUp(), CallResult.ANSWERED);
        } else {
            connect();
            new Recorder(call).renew(this);
        }
    }

    @Override
    public void leave() {
        new Recorder(call).stop(this);
        mixer.ifPresent(Mixer::close);
        mixer = Optional.empty();
        for (Line line : inside) {
            if (!line.isOver()) {
                line.port().stopPlaying();
                line.port().disconnect();
            }
        }
    }
}
