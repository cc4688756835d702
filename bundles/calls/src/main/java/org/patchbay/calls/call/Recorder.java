package org.patchbay.calls.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.phonemedia.Prompt;

/** Records a conversation, which those who talk are told. Used on the call's thread alone. */
final class Recorder {

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
            start(talk);
        }
    }

    void start(TalkStage talk) {
        if (call.dossier().recorded()) {
            return;
        }
        talk.record(fresh());
        call.dossier().recorded(true);
        call.note(Decision.of("recording", "begun"));
        CallSettings settings = call.hub().book().dialPlan().settings(call.portal());
        if (settings.announceRecording()) {
            String language = call.hub().desk().voice(call).language();
            talk.say(List.of(new Prompt.Sentence("recorded", language)));
        }
        call.tell(Journal.What.RECORDING_STARTED, "");
    }

    /** Goes on in a file of its own, as others talk now than before. */
    void renew(TalkStage talk) {
        if (call.dossier().recorded()) {
            talk.stopRecording();
            talk.record(fresh());
        }
    }

    /** A file that is not there yet; its name says when it begins. */
    private Path fresh() {
        Path folder = call.hub()
                .recordings()
                .resolve(call.portal().value())
                .resolve(call.id().value());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long begin = call.hub().clock().millis();
        while (Files.exists(folder.resolve(begin + ".wav"))) {
            begin++;
        }
        return folder.resolve(begin + ".wav");
    }

    void stop(TalkStage talk) {
        if (call.dossier().recorded()) {
            talk.stopRecording();
            call.dossier().recorded(false);
            call.tell(Journal.What.RECORDING_STOPPED, "");
        }
    }
}
