package org.patchbay.voicemail.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.mail.MailFile;
import org.patchbay.spi.mail.MailFiles;
import org.patchbay.voicemail.VoiceFiles;

/** What was spoken, for mails; named by {@code extension/sound}. Thread-safe. */
@Component
public final class SoundFiles implements MailFiles {

    private static final String NAME = "voicemail";

    private final VoiceFiles files;

    @Activate
    public SoundFiles(@Reference VoiceFiles files) {
        this.files = files;
    }

    /** A sound as a file of a mail. */
    static MailFile of(String extension, String sound, String called) {
        return new MailFile(NAME, extension + "/" + sound, called + ".wav");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String type() {
        return "audio/wav";
    }

    @Override
    public Optional<Path> file(PortalId portal, String id) {
        String[] parts = id.split("/", 2);
        return Optional.of(files.message(portal, parts[0], parts[1])).filter(Files::isRegularFile);
    }
}
