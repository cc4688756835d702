package org.patchbay.meetings;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.meetings.store.ChatFile;
import org.patchbay.meetings.store.ChatLine;
import org.patchbay.meetings.store.RoomStore;

/** The files that people in a meeting put into its chat, as large as the settings allow. Thread-safe. */
@Component(service = ChatFiles.class, configurationPid = "org.patchbay.meetings")
public final class ChatFiles {

    private static final int NAME_LIMIT = 120;
    private static final int MEGABYTE = 1_000_000;
    private static final int MOST_MEGABYTES = 1000;

    private final RoomStore store;
    private final Rooms rooms;
    private final int fileMegabytes;
    private final int allMegabytes;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public ChatFiles(@Reference RoomStore store, @Reference Rooms rooms, MeetingsConfig config) {
        this(store, rooms, config.chatFileMegabytes(), config.chatMegabytes());
    }

    ChatFiles(RoomStore store, Rooms rooms, int fileMegabytes, int allMegabytes) {
        this.store = store;
        this.rooms = rooms;
        this.fileMegabytes = fileMegabytes;
        this.allMegabytes = allMegabytes;
    }

    /**
     * Posts a file for a participant who is the caller.
     *
     * @throws org.patchbay.api.PatchbayException TOO_LARGE beyond the limit of a file or of the meeting, LIMITED for too
     *     much at once, NOT_FOUND when the caller is not in the room as that participant
     */
    public Attachment post(
            PortalId portal, String meeting, String participant, String name, InputStream content, Caller caller)
            throws IOException {
        String checked = Names.check("/name", name, NAME_LIMIT);
        String holder = holder(caller);
        tell(portal, meeting, new RoomCommand.MayPost(participant, holder));
        int limit = Math.min(fileMegabytes, MOST_MEGABYTES) * MEGABYTE;
        byte[] bytes = content.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw Problem.TOO_LARGE.because(
                    "chat.file-too-large", "The file is too large for the chat", Map.of("megabytes", fileMegabytes));
        }
        requireRoom(portal, meeting, bytes.length);
        var file = new ChatFile(Ids.next(clock), checked, caller.personId().map(person -> person.value()), bytes);
        store.add(portal, meeting, file);
        var attachment = new ChatLine.Attachment(file.id(), file.name(), bytes.length);
        try {
            requireRoom(portal, meeting, 0); // another may have come in between
            tell(portal, meeting, new RoomCommand.PostFile(participant, holder, attachment));
        } catch (RuntimeException e) {
            store.removeFile(portal, meeting, file.id());
            throw e;
        }
        return new Attachment(file.id(), file.name(), bytes.length);
    }

    private void requireRoom(PortalId portal, String meeting, int more) {
        if (store.bytes(portal, meeting) + more > (long) allMegabytes * MEGABYTE) {
            throw Problem.TOO_LARGE.because(
                    "chat.full", "The meeting holds no more files", Map.of("megabytes", allMegabytes));
        }
    }

    private void tell(PortalId portal, String meeting, RoomCommand command) {
        if (!rooms.isHeld(portal, meeting)) {
            throw Problem.NOT_FOUND.because("participant.gone", "This participant is not in the room");
        }
        MeetingService.settle(rooms.send(portal, meeting, command));
    }

    private static String holder(Caller caller) {
        Optional<String> guest = caller instanceof Caller.Guest visitor ? Optional.of(visitor.id()) : Optional.empty();
        return caller.personId()
                .map(person -> person.value())
                .or(() -> guest)
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in, or use the meeting's link"));
    }

    /** A file in the chat where the caller is; whoever waits, was removed or is in another room of the meeting has none. */
    public Found find(PortalId portal, String meeting, String file, Caller caller) {
        tell(portal, meeting, new RoomCommand.MayRead(holder(caller), file));
        return store.file(portal, meeting, file)
                .map(found -> new Found(found.name(), found.content()))
                .orElseThrow(() -> Problem.NOT_FOUND.because("chat.file-unknown", "There is no such file"));
    }

    /** A file that was posted; the size is in bytes. */
    public record Attachment(String id, String name, long size) {}

    /** A file to be saved; its content is not copied, as nobody changes it. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Found(String name, byte[] content) {}
}
