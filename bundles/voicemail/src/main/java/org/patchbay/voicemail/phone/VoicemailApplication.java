package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.voicemail.box.Mailbox;

/** Voicemail at the phone: leaving messages and hearing them. Thread-safe. */
@Component
public final class VoicemailApplication implements CallApplication {

    private static final Duration LONGEST = Duration.ofHours(2);

    private final Counter counter;

    @Activate
    public VoicemailApplication(@Reference Counter counter) {
        this.counter = counter;
    }

    @Override
    public String name() {
        return "voicemail";
    }

    @Override
    public boolean takes(PortalId portal, Wanted wanted) {
        if (wanted instanceof Wanted.Code code) {
            return code.code() == FeatureCode.OTHER_VOICEMAIL
                    ? counter.isUsed(portal)
                    : whose(portal, wanted)
                            .flatMap(one -> counter.mailbox(portal, one.id()))
                            .isPresent();
        }
        return whose(portal, wanted)
                .flatMap(one -> counter.mailbox(portal, one.id()))
                .isPresent();
    }

    /** Whose mailbox it is about. */
    private Optional<Extension> whose(PortalId portal, Wanted wanted) {
        if (wanted instanceof Wanted.Code code) {
            return switch (code.code()) {
                case VOICEMAIL -> Optional.of(code.by());
                case LEAVE_MESSAGE -> counter.extension(portal, code.argument());
                default -> Optional.empty();
            };
        }
        return wanted instanceof Wanted.Place place && place.destination().kind() == Destination.Kind.VOICEMAIL
                ? counter.find(portal, place.destination().value())
                : Optional.empty();
    }

    @Override
    public ApplicationListener begin(ApplicationCall call) {
        Optional<Extension> extension = whose(call.portal(), call.wanted());
        Optional<Mailbox> box = extension.flatMap(one -> counter.mailbox(call.portal(), one.id()));
        String language = box.flatMap(one -> one.settings().language()).orElseGet(call::language);
        var conversation = new Conversation(call, language);
        if (call.wanted() instanceof Wanted.Code code && code.code() != FeatureCode.LEAVE_MESSAGE) {
            call.answer(true);
            var entrance = new Entrance(call, conversation, counter);
            if (code.code() == FeatureCode.VOICEMAIL) {
                entrance.own(code.by());
            } else {
                entrance.other();
            }
            return conversation;
        }
        if (extension.isEmpty() || box.isEmpty()) {
            call.answer(false);
            conversation.end("voicemail-no-room");
            return conversation;
        }
        Optional<Forwards.Case> why = call.wanted() instanceof Wanted.Place place ? place.why() : Optional.empty();
        new LeaveMessage(
                        call,
                        conversation,
                        counter.messages(),
                        counter.files(),
                        extension.get(),
                        box.get().settings())
                .begin(why);
        return conversation;
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }
}
