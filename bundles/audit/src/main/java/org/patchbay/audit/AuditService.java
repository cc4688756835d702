package org.patchbay.audit;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.api.audit.AuditVerification;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.audit.store.AuditStore;
import org.patchbay.audit.store.StoredEntry;

/** The component behind {@link Audit}. */
@Component
public final class AuditService implements Audit {

    private static final int NAME_CHARS = 200;
    private static final int ADDRESS_CHARS = 64;
    private static final int ACTION_CHARS = 100;
    private static final int KIND_CHARS = 50;
    private static final int SUBJECT_CHARS = 200;

    private final AuditStore store;
    private final PersonalSecrets secrets;
    private final UnitOfWork work;
    private final Verifier verifier;
    private final Clock clock;

    @Activate
    public AuditService(@Reference AuditStore store, @Reference PersonalSecrets secrets, @Reference UnitOfWork work) {
        this(store, secrets, work, Clock.systemUTC());
    }

    AuditService(AuditStore store, PersonalSecrets secrets, UnitOfWork work, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.work = work;
        this.verifier = new Verifier(store);
        this.clock = clock;
    }

    @Override
    public void record(PortalId portal, Caller by, AuditDraft draft) {
        record(portal, Actor.of(by), draft);
    }

    @Override
    public void record(PortalId portal, AuditDraft draft) {
        record(portal, Actor.SYSTEM, draft);
    }

    /** The chain's end is locked as the last thing, so that long units of work do not wait for each other. */
    private void record(PortalId portal, Actor actor, AuditDraft draft) {
        check(draft);
        work.run(() -> {
            StoredEntry entry = entry(portal, actor, draft);
            work.beforeCommit(() -> store.append(portal, entry));
        });
    }

    private static void check(AuditDraft draft) {
        if (draft.action().length() > ACTION_CHARS
                || draft.subjectKind().length() > KIND_CHARS
                || draft.subjectId().length() > SUBJECT_CHARS) {
            throw new IllegalArgumentException("Not an entry of the audit: " + draft.action());
        }
        if (!draft.personal().isEmpty() && draft.person().isEmpty()) {
            throw new IllegalArgumentException("Personal fields of nobody: " + draft.action());
        }
    }

    private StoredEntry entry(PortalId portal, Actor actor, AuditDraft draft) {
        PortalId home = Actor.home(actor.kind(), portal);
        PersonId key = Actor.key(actor.person());
        UnaryOperator<String> sealed =
                text -> secrets.seal(portal, draft.person().orElseThrow(), text);
        return new StoredEntry(
                Ids.next(clock),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor.kind(),
                actor.person().map(PersonId::value),
                actor.name().map(name -> secrets.seal(home, key, bounded(name, NAME_CHARS))),
                actor.address().map(address -> secrets.seal(home, key, bounded(address, ADDRESS_CHARS))),
                draft.action(),
                draft.subjectKind(),
                draft.subjectId(),
                draft.person().map(PersonId::value),
                FieldText.write(draft.before(), draft.personal(), sealed),
                FieldText.write(draft.after(), draft.personal(), sealed),
                "");
    }

    private static String bounded(String text, int chars) {
        return text.length() <= chars ? text : text.substring(0, chars);
    }

    @Override
    public Optional<AuditEntry> find(PortalId portal, String id) {
        return store.find(portal, id).map(entry -> open(portal, entry));
    }

    @Override
    public Page<AuditEntry> list(PortalId portal, AuditFilter filter, PageRequest page) {
        long before = page.after().map(AuditService::cursor).orElse(Long.MAX_VALUE);
        List<AuditEntry> found = store.before(portal, before, filter, page.limit() + 1).stream()
                .map(entry -> open(portal, entry))
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<AuditEntry> items = found.subList(0, page.limit());
        String next = Long.toString(items.get(items.size() - 1).sequence());
        return new Page<>(items, Optional.of(next), OptionalLong.empty());
    }

    private static long cursor(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.INVALID.at("after", "page.cursor", "is not a cursor of this list");
        }
    }

    private AuditEntry open(PortalId portal, StoredEntry entry) {
        Optional<PersonId> person = entry.person().map(PersonId::new);
        PortalId home = Actor.home(entry.actor(), portal);
        PersonId about = entry.about().map(PersonId::new).orElse(PersonalSecrets.GUESTS);
        return new AuditEntry(
                entry.id(),
                portal,
                entry.sequence(),
                entry.time(),
                entry.actor(),
                person,
                entry.sealedName().map(closed -> text(home, Actor.key(person), closed)),
                entry.sealedAddress().map(closed -> text(home, Actor.key(person), closed)),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                FieldText.read(entry.before(), closed -> secrets.open(portal, about, closed), PersonalSecrets.ERASED),
                FieldText.read(entry.after(), closed -> secrets.open(portal, about, closed), PersonalSecrets.ERASED),
                entry.hash(),
                Map.of());
    }

    private String text(PortalId home, PersonId key, String sealed) {
        return secrets.open(home, key, sealed).orElse(PersonalSecrets.ERASED);
    }

    @Override
    public AuditVerification verify(PortalId portal) {
        return verifier.verify(portal);
    }
}
