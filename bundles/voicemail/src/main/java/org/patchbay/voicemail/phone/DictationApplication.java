package org.patchbay.voicemail.phone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.voicemail.Dictations;
import org.patchbay.voicemail.VoiceFiles;

/** Dictating at the own phone, where it is switched on for the extension. Thread-safe. */
@Component
public final class DictationApplication implements CallApplication {

    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_DICTATION = Duration.ofMinutes(30);
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Dictations dictations;
    private final VoiceFiles files;

    @Activate
    public DictationApplication(@Reference Dictations dictations, @Reference VoiceFiles files) {
        this.dictations = dictations;
        this.files = files;
    }

    @Override
    public String name() {
        return "dictation";
    }

    @Override
    public boolean takes(PortalId portal, Wanted wanted) {
        return wanted instanceof Wanted.Code code
                && code.code() == FeatureCode.DICTATION
                && dictations.isOn(portal, code.by().id());
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }

    @Override
    public ApplicationListener begin(ApplicationCall call) {
        var conversation = new Conversation(call, call.language());
        Extension by = ((Wanted.Code) call.wanted()).by();
        call.answer(true);
        call.work(() -> dictations.hasRoom(call.portal(), by.id()), room -> {
            if (room) {
                tone(call, conversation, by);
            } else {
                call.note("no-room", Map.of());
                conversation.end("voicemail-no-room");
            }
        });
        return conversation;
    }

    private void tone(ApplicationCall call, Conversation conversation, Extension by) {
        List<Prompt> prompts = conversation.sentences("record-after-tone");
        prompts.add(conversation.beep());
        conversation.say(
                prompts,
                () -> call.work(() -> files.fresh(call.portal()), file -> record(call, conversation, by, file)));
    }

    /** Who hangs up has dictated too. */
    private void record(ApplicationCall call, Conversation conversation, Extension by, Path file) {
        Recording.begin(
                call,
                conversation,
                file,
                LONGEST_DICTATION,
                0,
                (recording, how, key) -> call.work(() -> kept(call.portal(), by, recording), became -> {
                    call.note(became, Map.of());
                    switch (became) {
                        case "recorded" -> conversation.end("dictation-saved");
                        case "too-short" -> conversation.end();
                        default -> conversation.end("voicemail-no-room");
                    }
                }));
    }

    /** What became of it, as the path of the call says it. */
    private String kept(PortalId portal, Extension by, Recording recording) {
        try {
            if (recording.complete().compareTo(SHORTEST) < 0) {
                return "too-short";
            }
            return dictations.keep(portal, by, recording.file()).isPresent() ? "recorded" : "not-written";
        } finally {
            files.delete(recording.file());
        }
    }
}
