package org.patchbay.calls.call;

import java.util.List;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.calls.plan.Who;

/** Records a conversation, which those who talk are told. Used on the call's thread alone. */
final class Recorder {

    /** Why a recording ended that nobody ended. */
    private static final String DISK = "DISK";

    private final Call call;

    Recorder(Call call) {
        this.call = call;
    }

    /** Begins where the rule of an extension says so. */
    void answered(TalkStage talk) {
        boolean outside =
                talk.inside().stream().anyMatch(line -> line.who().trunk().isPresent());
        boolean wanted = talk.inside().stream()
                .flatMap(line -> line.who().extension().stream())
                .anyMatch(one -> one.recording() == RecordingRule.ALWAYS
                        || (one.recording() == RecordingRule.OUTSIDE && outside));
        if (wanted) {
            try {
                start(talk);
            } catch (PatchbayException e) {
                goesOnWithout();
            }
        }
    }

    /** UNAVAILABLE when the disk takes nothing more. */
    void start(TalkStage talk) {
        if (call.dossier().recorded()) {
            return;
        }
        write(talk);
        call.dossier().recorded(true);
        call.note(Decision.of("recording", "begun"));
        say("recorded", talk);
        call.tell(Journal.What.RECORDING_STARTED, "");
    }

    private void say(String sentence, TalkStage talk) {
        CallSettings settings = call.hub().book().dialPlan().settings(call.portal());
        if (settings.announceRecording()) {
            Who hearer = talk.inside().stream()
                    .map(Line::who)
                    .filter(who -> who.trunk().isPresent())
                    .findFirst()
                    .orElseGet(() -> call.caller().who());
            String language = call.hub().desk().voice(call, hearer).language();
            talk.say(List.of(new Prompt.Sentence(sentence, language)));
        }
    }

    private void write(TalkStage talk) {
        try {
            talk.record(call.hub()
                    .recordings()
                    .fresh(call.portal(), call.id(), call.hub().clock().millis()));
        } catch (PatchbayException e) {
            throw e.problem() == Problem.UNAVAILABLE ? RecordingSpace.full() : e;
        }
    }

    /** Goes on in a file of its own, as others talk now than before. */
    void renew(TalkStage talk) {
        if (call.dossier().recorded()) {
            talk.stopRecording();
            try {
                write(talk);
            } catch (PatchbayException e) {
                diskIsFull(talk);
            }
        }
    }

    /** Nothing more can be written: what was stays, and those who talk go on. */
    void diskIsFull(TalkStage talk) {
        if (call.dossier().recorded()) {
            talk.stopRecording();
            call.dossier().recorded(false);
            say("not-recorded", talk);
            goesOnWithout();
        }
    }

    private void goesOnWithout() {
        call.note(Decision.of("recording", "disk"));
        call.tell(Journal.What.RECORDING_STOPPED, DISK);
    }

    void stop(TalkStage talk) {
        if (call.dossier().recorded()) {
            talk.stopRecording();
            call.dossier().recorded(false);
            call.tell(Journal.What.RECORDING_STOPPED, "");
        }
    }
}
