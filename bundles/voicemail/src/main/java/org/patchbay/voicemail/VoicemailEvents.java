package org.patchbay.voicemail;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;
import org.patchbay.spi.events.Personal;

/** The events of voicemail; the subject of each is the id of the extension whose mailbox it is. */
@Component
public final class VoicemailEvents implements EventTypes {

    /** A caller left a message. */
    public static final String LEFT = "voicemail.left";

    /** A message was heard for the first time, or is to be new again. */
    public static final String HEARD = "voicemail.heard";

    /** A message was deleted. */
    public static final String DELETED = "voicemail.deleted";

    /** A message could not be left. */
    public static final String FAILED = "voicemail.failed";

    /** Somebody dictated something. */
    public static final String DICTATED = "dictation.recorded";

    /** A dictation got another name. */
    public static final String DICTATION_RENAMED = "dictation.renamed";

    /** A dictation was deleted. */
    public static final String DICTATION_DELETED = "dictation.deleted";

    /** Something of a mailbox was chosen. */
    public static final String CHANGED = "voicemail.changed";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable(LEFT, "A caller left a message.", MessageLeft.class),
                EventType.durable(HEARD, "A message was heard, or is new again.", MessageHeard.class),
                EventType.durable(DELETED, "A message was deleted.", MessageDeleted.class),
                EventType.durable(FAILED, "A message could not be left.", MessageFailed.class),
                EventType.durable(DICTATED, "Somebody dictated something.", DictationChange.class),
                EventType.durable(DICTATION_RENAMED, "A dictation got another name.", DictationChange.class),
                EventType.durable(DICTATION_DELETED, "A dictation was deleted.", DictationChange.class),
                EventType.durable(CHANGED, "Something of a mailbox was chosen.", MailboxChanged.class));
    }

    /**
     * Data of {@link #LEFT}.
     *
     * @param person whose mailbox it is
     * @param caller the person who called; empty for somebody without an account
     */
    public record MessageLeft(
            String extension,
            Optional<String> person,
            String message,
            long seconds,
            Optional<String> caller,
            @Personal(of = "caller") String number,
            @Personal(of = "caller") String name) {}

    /** Data of {@link #HEARD}. */
    public record MessageHeard(String extension, Optional<String> person, String message, boolean heard) {}

    /** Data of {@link #DELETED}. */
    public record MessageDeleted(String extension, Optional<String> person, String message) {}

    /**
     * Data of {@link #FAILED}.
     *
     * @param reason {@code box-full}, {@code portal-full}, {@code disk-full} or {@code not-written}
     */
    public record MessageFailed(String extension, Optional<String> person, String reason) {}

    /** Data of {@link #DICTATED}, {@link #DICTATION_RENAMED} and {@link #DICTATION_DELETED}. */
    public record DictationChange(String extension, Optional<String> person, String dictation) {}

    /** Data of {@link #CHANGED}. */
    public record MailboxChanged(String extension, Optional<String> person, boolean enabled) {}
}
