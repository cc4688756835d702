package org.patchbay.meetings.server;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.mail.MailTemplate;
import org.patchbay.spi.mail.MailText;

/** The mail for those who run the server when a media server is down. */
@Component
public final class ServerDownTemplate implements MailTemplate {

    static final String NAME = "media-server-down";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String text(String language) {
        return MailText.read(ServerDownTemplate.class, NAME, language);
    }

    @Override
    public Map<String, String> sample() {
        return Map.of("server", "frankfurt-1", "detail", "It does not answer");
    }
}
