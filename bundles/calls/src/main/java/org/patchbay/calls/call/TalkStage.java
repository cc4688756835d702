package org.patchbay.calls.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PortRecording;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.Party;

/** Phones that talk: two that are connected, or more in a conference. */
final class TalkStage implements Stage {

    private static final int LONGEST_NAME = 128;
    /** How often the disk is looked at while something is recorded. */
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Call call;
    private final List<Line> inside;
    private Optional<Mixer> mixer = Optional.empty();
    private volatile Optional<Line> coached = Optional.empty();
    private Optional<PortRecording> recording = Optional.empty();
    private Registration look = () -> {};

    TalkStage(Call call, List<Line> inside) {
        this.call = call;
        this.inside = new CopyOnWriteArrayList<>(inside);
    }

    @Override
    public CallState state() {
        return speaking().stream().anyMatch(Line::holds) ? CallState.HELD : CallState.TALKING;
    }

    @Override
    public boolean isQuick() {
        return true;
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

    /** Who hears the keys of this one. */
    Optional<Line> hearer(Line line) {
        return line.role() == CallParty.Role.WHISPERER ? coached : other(line);
    }

    /** Whether more than two speak, so that who leaves does not end it. Any thread. */
    boolean isMany() {
        return speaking().size() > 2;
    }

    /** Who is heard in it, as one text. */
    Party heard() {
        List<Party> heard = speaking().stream().map(line -> line.who().seen()).toList();
        String names = heard.stream()
                .map(one -> one.name().isEmpty() ? one.number() : one.name())
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        String number = heard.stream().findFirst().map(Party::number).orElse("");
        return new Party(number, names.substring(0, Math.min(names.length(), LONGEST_NAME)));
    }

    /** Whether a whisperer is heard at this phone. Any thread. */
    boolean coaches(String leg) {
        return coached.filter(line -> line.leg().id().value().equals(leg)).isPresent();
    }

    List<Line> speaking() {
        return inside.stream()
                .filter(line -> !Supervision.isHidden(line.role()))
                .toList();
    }

    /** Somebody comes in, heard by all. */
    void comes(Line line, CallParty.Role role) {
        line.role(role);
        join(line, Optional.empty());
        call.tell(Journal.What.JOINED, line.who().party().number() + " " + role);
    }

    /** Who listens or whispers is out: what they heard is over. */
    void unwatch() {
        List<Line> speaking = speaking();
        inside.stream().filter(line -> !speaking.contains(line)).forEach(line -> line.end(LegEnd.hungUp()));
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
        lookAtDisk();
    }

    private void lookAtDisk() {
        look = call.hub()
                .timers()
                .after(
                        LOOK,
                        () -> call.run(() -> {
                            if (recording.isEmpty()) {
                                return;
                            }
                            if (call.hub().recordings().isFull()) {
                                new Recorder(call).diskIsFull(this);
                            } else {
                                lookAtDisk();
                            }
                        }));
    }

    @Override
    public void recordingEnded(Line line) {
        new Recorder(call).diskIsFull(this);
    }

    void stopRecording() {
        look.close();
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

    /** Two that talk see each other, whoever listens to them. */
    private void introduce() {
        List<Line> two = speaking();
        if (two.size() == 2) {
            two.get(0).sees(two.get(1).who().seen());
            two.get(1).sees(two.get(0).who().seen());
        }
    }

    /** Makes the sound as it should be now. */
    private void connect() {
        introduce();
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
        if (!inside.contains(line)) {
            return;
        }
        connect();
        if (!Supervision.isHidden(line.role())) {
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
