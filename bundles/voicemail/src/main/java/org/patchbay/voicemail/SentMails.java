package org.patchbay.voicemail;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.voicemail.store.VoicemailStore;

/** Deletes messages that went with a mail, where that was chosen, once the mail server has taken it. */
@Component
public final class SentMails implements EventSubscriber {

    private static final String SENT = "mail.sent";

    private final VoicemailStore store;
    private final Messages messages;
    private final Extensions extensions;

    @Activate
    public SentMails(@Reference VoicemailStore store, @Reference Messages messages, @Reference Extensions extensions) {
        this.store = store;
        this.messages = messages;
        this.extensions = extensions;
    }

    @Override
    public String name() {
        return "voicemail-mailed";
    }

    @Override
    public boolean wants(PortalId portal, String type) {
        return type.equals(SENT);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void on(Event event) {
        if (event.type().equals(SENT)) {
            store.withMail(event.portal(), event.subject()).ifPresent(message -> extensions
                    .find(event.portal(), message.extension())
                    .ifPresent(owner -> messages.delete(event.portal(), owner, message.id())));
        }
    }
}
