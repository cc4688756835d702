package org.patchbay.extensions;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.phonemedia.Announcement;
import org.patchbay.api.phonemedia.Announcements;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.extensions.store.ThingStore;
import org.patchbay.extensions.thing.Kinds;

/** The portal's own sentences: brought, heard and deleted. May wait for database and disk. Thread-safe. */
@Component(service = AnnouncementDesk.class)
public final class AnnouncementDesk {

    private static final int NAMED = 5;

    /** Those of the server that say something to a caller who is to wait or to choose. */
    private static final List<String> FITTING = List.of(
            "closed",
            "holiday",
            "please-hold",
            "please-hold-while",
            "queue-busy",
            "sorry",
            "thank-you",
            "unavailable",
            "welcome");

    private final AnnouncementsDirectory announcements;
    private final Switchboard switchboard;
    private final ThingStore store;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;

    @Activate
    public AnnouncementDesk(
            @Reference AnnouncementsDirectory announcements,
            @Reference Switchboard switchboard,
            @Reference ThingStore store,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit) {
        this.announcements = announcements;
        this.switchboard = switchboard;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
    }

    /** An announcement and by what it is used, by name. */
    public record Used(Announcement announcement, List<String> by) {}

    public List<Used> list(PortalId portal) {
        return announcements.require().list(portal).stream()
                .map(one -> new Used(one, users(portal, one.name())))
                .toList();
    }

    /**
     * What a menu or queue may say: the portal's own and, of those that come with the server, what fits there.
     *
     * @param own whether the portal brought it
     */
    public record SentenceChoice(String name, boolean own) {}

    /** The portal's own first, each by name. */
    public List<SentenceChoice> choices(PortalId portal) {
        Announcements all = announcements.require();
        List<SentenceChoice> own = all.list(portal).stream()
                .map(one -> new SentenceChoice(one.name(), true))
                .toList();
        Stream<SentenceChoice> others = FITTING.stream()
                .filter(all::isBuiltIn)
                .map(name -> new SentenceChoice(name, false))
                .filter(one -> own.stream().noneMatch(mine -> mine.name().equals(one.name())));
        return Stream.concat(own.stream(), others).toList();
    }

    /** A sentence that comes with the server. */
    public byte[] builtIn(String name, String language) {
        return announcements.require().builtIn(name, language).orElseThrow(AnnouncementDesk::unknown);
    }

    private List<String> users(PortalId portal, String name) {
        Stream<String> menus = switchboard.all(portal, Kinds.MENU).stream()
                .filter(menu -> menu.prompt().equals(name))
                .map(menu -> menu.number() + " " + menu.name());
        Stream<String> queues = switchboard.all(portal, Kinds.QUEUE).stream()
                .filter(queue -> queue.greeting().filter(name::equals).isPresent())
                .map(queue -> queue.number() + " " + queue.name());
        return Stream.concat(menus, queues).toList();
    }

    public Path sound(PortalId portal, String name) {
        return announcements.require().file(portal, name).orElseThrow(AnnouncementDesk::unknown);
    }

    /** Keeps a file under a name, in place of one that is there. */
    public Used put(PortalId portal, String name, InputStream wav, Caller by) {
        Announcement kept = announcements.require().put(portal, name, wav);
        unit.run(() -> {
            events.publish(
                    portal, ExtensionEvents.ANNOUNCEMENT_UPDATED, name, new ExtensionEvents.AnnouncementChange(name));
            audit.record(
                    portal,
                    by,
                    new AuditDraft("announcement.updated", "announcement", name, Map.of(), Map.of("name", name)));
        });
        return new Used(kept, users(portal, name));
    }

    /** Deletes one; CONFLICT with what uses it, unless the server has a sentence of its name. */
    public void delete(PortalId portal, String name, Caller by) {
        unit.run(() -> {
            store.lock(portal);
            sound(portal, name);
            List<String> users = announcements.require().isBuiltIn(name) ? List.of() : users(portal, name);
            if (!users.isEmpty()) {
                String names = String.join(", ", users.subList(0, Math.min(NAMED, users.size())))
                        + (users.size() > NAMED ? ", …" : "");
                throw Problem.CONFLICT.because(
                        "announcement.in-use", "It is heard at " + names, Map.of("names", names));
            }
            events.publish(
                    portal, ExtensionEvents.ANNOUNCEMENT_DELETED, name, new ExtensionEvents.AnnouncementChange(name));
            audit.record(
                    portal,
                    by,
                    new AuditDraft("announcement.deleted", "announcement", name, Map.of("name", name), Map.of()));
            unit.afterCommit(() -> announcements.require().delete(portal, name));
        });
    }

    private static PatchbayException unknown() {
        return Problem.NOT_FOUND.because("announcement.not-there", "There is no such announcement");
    }
}
