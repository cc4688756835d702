package org.patchbay.testing.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditActor;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.api.audit.AuditVerification;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;

/** Keeps entries in a list, in the clear and at once: also those of a unit of work that is lost later. Thread-safe. */
public final class InMemoryAudit implements Audit {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Map<PortalId, List<AuditDraft>> drafts = new HashMap<>();
    private final Clock clock;

    public InMemoryAudit() {
        this(Clock.systemUTC());
    }

    public InMemoryAudit(Clock clock) {
        this.clock = clock;
    }

    /** The actions recorded in the portal, oldest first. */
    public synchronized List<String> actions(PortalId portal) {
        return of(portal).stream().map(AuditEntry::action).toList();
    }

    /** What was recorded in the portal, as it was given, oldest first. */
    public synchronized List<AuditDraft> drafts(PortalId portal) {
        return List.copyOf(drafts.getOrDefault(portal, List.of()));
    }

    /** The last entry of the portal. */
    public synchronized AuditEntry last(PortalId portal) {
        List<AuditEntry> found = of(portal);
        if (found.isEmpty()) {
            throw new AssertionError("Nothing was recorded in " + portal);
        }
        return found.get(found.size() - 1);
    }

    private List<AuditEntry> of(PortalId portal) {
        return entries.stream().filter(entry -> entry.portal().equals(portal)).toList();
    }

    @Override
    public synchronized void record(PortalId portal, Caller by, AuditDraft draft) {
        Optional<String> address = Optional.of(by.address()).filter(text -> !text.isBlank());
        if (by instanceof Caller.Member member) {
            var actor = member.portal().isRoot() ? AuditActor.ROOT : AuditActor.PERSON;
            add(portal, actor, Optional.of(member.person()), Optional.of(member.name()), address, draft);
        } else if (by instanceof Caller.Guest guest) {
            add(portal, AuditActor.GUEST, Optional.empty(), Optional.of(guest.name()), address, draft);
        } else {
            add(portal, AuditActor.NOBODY, Optional.empty(), Optional.empty(), address, draft);
        }
    }

    @Override
    public synchronized void record(PortalId portal, AuditDraft draft) {
        add(portal, AuditActor.SYSTEM, Optional.empty(), Optional.empty(), Optional.empty(), draft);
    }

    private void add(
            PortalId portal,
            AuditActor actor,
            Optional<PersonId> person,
            Optional<String> name,
            Optional<String> address,
            AuditDraft draft) {
        drafts.computeIfAbsent(portal, any -> new ArrayList<>()).add(draft);
        long sequence = of(portal).size() + 1L;
        entries.add(new AuditEntry(
                Ids.next(clock),
                portal,
                sequence,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                person,
                name,
                address,
                draft.action(),
                draft.subjectKind(),
                draft.subjectId(),
                draft.before(),
                draft.after(),
                "%064x".formatted(sequence),
                Map.of()));
    }

    @Override
    public synchronized Optional<AuditEntry> find(PortalId portal, String id) {
        return of(portal).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Page<AuditEntry> list(PortalId portal, AuditFilter filter, PageRequest page) {
        long before = page.after().map(Long::parseLong).orElse(Long.MAX_VALUE);
        List<AuditEntry> wanted = new ArrayList<>(of(portal).stream()
                .filter(filter::matches)
                .filter(entry -> entry.sequence() < before)
                .toList());
        java.util.Collections.reverse(wanted);
        if (wanted.size() <= page.limit()) {
            return new Page<>(wanted, Optional.empty(), OptionalLong.empty());
        }
        List<AuditEntry> items = wanted.subList(0, page.limit());
        String next = Long.toString(items.get(items.size() - 1).sequence());
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    @Override
    public synchronized AuditVerification verify(PortalId portal) {
        List<AuditEntry> found = of(portal);
        return AuditVerification.intact(
                found.size(), found.isEmpty() ? "" : last(portal).hash());
    }
}
