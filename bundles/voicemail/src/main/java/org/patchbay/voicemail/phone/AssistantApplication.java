package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.voicemail.AssistantGreetings;
import org.patchbay.voicemail.box.Mailbox;

/** People's own menus for callers whom they do not answer, once they have spoken a greeting. Thread-safe. */
@Component
public final class AssistantApplication implements CallApplication {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Counter counter;
    private final Extensions extensions;
    private final AssistantGreetings greetings;

    @Activate
    public AssistantApplication(
            @Reference Counter counter, @Reference Extensions extensions, @Reference AssistantGreetings greetings) {
        this.counter = counter;
        this.extensions = extensions;
        this.greetings = greetings;
    }

    @Override
    public String name() {
        return "assistant";
    }

    @Override
    public boolean takes(PortalId portal, Wanted wanted) {
        if (wanted instanceof Wanted.Code code) {
            return code.code() == FeatureCode.ASSISTANT;
        }
        return wanted instanceof Wanted.Assistant assistant
                && greetings.has(portal, assistant.of().id());
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }

    @Override
    public ApplicationListener begin(ApplicationCall call) {
        if (call.wanted() instanceof Wanted.Assistant assistant) {
            Optional<String> language = counter.anyMailbox(
                            call.portal(), assistant.of().id())
                    .map(Mailbox::settings)
                    .flatMap(settings -> settings.language());
            var conversation = new Conversation(call, language.orElseGet(call::language));
            call.answer(false);
            new AssistantMenu(
                            call,
                            conversation,
                            counter,
                            assistant.of(),
                            chosen(call, assistant.of().id()))
                    .begin();
            return conversation;
        }
        var conversation = new Conversation(call, call.language());
        call.answer(true);
        new SwitchAssistant(
                        call, conversation, counter.files(), extensions, greetings, ((Wanted.Code) call.wanted()).by())
                .begin();
        return conversation;
    }

    private Assistant chosen(ApplicationCall call, String extension) {
        return extensions.services(call.portal(), extension).assistant().orElse(Assistant.NONE);
    }
}
