package org.patchbay.voicemail.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.voicemail.box.Counts;
import org.patchbay.voicemail.box.Mailbox;
import org.patchbay.voicemail.box.VoiceMessage;

/** Mailboxes and messages in memory. */
public final class InMemoryVoicemailStore implements VoicemailStore {

    private record Key(PortalId portal, String id) {}

    private final Map<Key, Mailbox> boxes = new ConcurrentHashMap<>();
    private final Map<Key, VoiceMessage> messages = new ConcurrentHashMap<>();
    private final Map<Key, String> mails = new ConcurrentHashMap<>();

    @Override
    public Optional<Mailbox> mailbox(PortalId portal, String extension) {
        return Optional.ofNullable(boxes.get(new Key(portal, extension)));
    }

    @Override
    public List<Mailbox> mailboxes(PortalId portal) {
        return boxes.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Mailbox::extension))
                .toList();
    }

    @Override
    public synchronized boolean save(PortalId portal, Mailbox mailbox) {
        long before = mailbox(portal, mailbox.extension()).map(Mailbox::version).orElse(0L);
        if (before != mailbox.version() - 1) {
            return false;
        }
        boxes.put(new Key(portal, mailbox.extension()), mailbox);
        return true;
    }

    @Override
    public void add(PortalId portal, VoiceMessage message) {
        messages.put(new Key(portal, message.id()), message);
    }

    private Stream<VoiceMessage> of(PortalId portal) {
        return messages.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue);
    }

    @Override
    public Optional<VoiceMessage> message(PortalId portal, String extension, String id) {
        return Optional.ofNullable(messages.get(new Key(portal, id)))
                .filter(message -> message.extension().equals(extension));
    }

    @Override
    public Page<VoiceMessage> list(PortalId portal, String extension, PageRequest page) {
        List<VoiceMessage> found = of(portal)
                .filter(message -> message.extension().equals(extension))
                .filter(message -> message.id().compareTo(page.after().orElse("g")) < 0)
                .sorted(Comparator.comparing(VoiceMessage::id).reversed())
                .limit(page.limit() + 1L)
                .toList();
        boolean more = found.size() > page.limit();
        List<VoiceMessage> items = more ? found.subList(0, page.limit()) : found;
        return new Page<>(
                items, more ? Optional.of(items.get(items.size() - 1).id()) : Optional.empty(), OptionalLong.empty());
    }

    @Override
    public boolean heard(PortalId portal, String extension, String id, Optional<Instant> when) {
        Optional<VoiceMessage> found = message(portal, extension, id);
        found.ifPresent(one -> add(
                portal,
                new VoiceMessage(
                        one.id(),
                        one.extension(),
                        one.caller(),
                        one.callerName(),
                        one.received(),
                        one.millis(),
                        one.bytes(),
                        when)));
        return found.isPresent();
    }

    @Override
    public void mailed(PortalId portal, String extension, String id, String mail) {
        message(portal, extension, id).ifPresent(there -> mails.put(new Key(portal, mail), there.id()));
    }

    @Override
    public Optional<VoiceMessage> withMail(PortalId portal, String mail) {
        return Optional.ofNullable(mails.get(new Key(portal, mail)))
                .flatMap(id -> Optional.ofNullable(messages.get(new Key(portal, id))));
    }

    @Override
    public boolean delete(PortalId portal, String extension, String id) {
        return message(portal, extension, id).isPresent() && messages.remove(new Key(portal, id)) != null;
    }

    @Override
    public Counts counts(PortalId portal, String extension) {
        List<VoiceMessage> all = of(portal)
                .filter(message -> message.extension().equals(extension))
                .toList();
        long heard = all.stream().filter(message -> message.heard().isPresent()).count();
        return new Counts(all.size() - heard, heard);
    }

    @Override
    public long bytes(PortalId portal) {
        return of(portal).mapToLong(VoiceMessage::bytes).sum();
    }

    @Override
    public List<VoiceMessage> before(PortalId portal, Instant moment, int most) {
        return of(portal)
                .filter(message -> message.received().isBefore(moment))
                .sorted(Comparator.comparing(VoiceMessage::received))
                .limit(most)
                .toList();
    }

    @Override
    public void erase(PortalId portal, String extension) {
        boxes.remove(new Key(portal, extension));
        messages.entrySet()
                .removeIf(entry -> entry.getKey().portal().equals(portal)
                        && entry.getValue().extension().equals(extension));
    }

    @Override
    public void erase(PortalId portal) {
        boxes.keySet().removeIf(key -> key.portal().equals(portal));
        messages.keySet().removeIf(key -> key.portal().equals(portal));
    }
}
