package org.patchbay.testing.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditActor;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.audit.AuditEntry;
import org.patchbay.api.audit.AuditFilter;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.testing.identity.Callers;

/** What every {@link Audit} does; each test has an empty one. */
public interface AuditContract {

    PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");
    PersonId ANNA = new PersonId("01890000-0000-7000-8000-00000000a44a");

    Audit audit();

    private static AuditDraft draft(String action, String subject) {
        return new AuditDraft(action, "person", subject, Map.of("language", "en"), Map.of("language", "de"));
    }

    @Test
    default void tellsWhoChangedWhat() {
        var by = Callers.administrator(ACME);
        var draft = new AuditDraft(
                        "person.updated",
                        "person",
                        ANNA.value(),
                        Map.of("name", "Anna", "language", "en", "enabled", "true"),
                        Map.of("name", "Anna B.", "language", "en", "roles", "user"))
                .personal(ANNA, "name");

        audit().record(ACME, by, draft);

        var entry = entries(ACME, AuditFilter.ALL).get(0);
        assertThat(entry.actor()).isEqualTo(AuditActor.PERSON);
        assertThat(entry.person()).contains(by.person());
        assertThat(entry.name()).contains(by.name());
        assertThat(entry.address()).contains(by.address());
        assertThat(entry.action()).isEqualTo("person.updated");
        assertThat(entry.subjectKind()).isEqualTo("person");
        assertThat(entry.subjectId()).isEqualTo(ANNA.value());
        assertThat(entry.before()).isEqualTo(Map.of("name", "Anna", "enabled", "true"));
        assertThat(entry.after()).isEqualTo(Map.of("name", "Anna B.", "roles", "user"));
        assertThat(entry.sequence()).isEqualTo(1);
        assertThat(entry.hash()).matches("[0-9a-f]{64}");
        assertThat(audit().find(ACME, entry.id())).contains(entry);
    }

    @Test
    default void tellsEveryKindOfCallerApart() {
        audit().record(ACME, Callers.root(), draft("a.root", "1"));
        audit().record(ACME, Callers.guest(ACME, "m"), draft("a.guest", "1"));
        audit().record(ACME, Callers.nobody(ACME), draft("a.nobody", "1"));
        audit().record(ACME, draft("a.system", "1"));

        assertThat(entries(ACME, AuditFilter.ALL))
                .extracting(AuditEntry::actor)
                .containsExactly(AuditActor.SYSTEM, AuditActor.NOBODY, AuditActor.GUEST, AuditActor.ROOT);
    }

    @Test
    default void keepsPortalsApart() {
        audit().record(ACME, draft("a.b", "1"));
        audit().record(OTHER, draft("a.c", "1"));

        var entry = entries(OTHER, AuditFilter.ALL).get(0);
        assertThat(entry.sequence()).as("each portal counts for itself").isEqualTo(1);
        assertThat(entries(ACME, AuditFilter.ALL))
                .extracting(AuditEntry::action)
                .containsExactly("a.b");
        assertThat(audit().find(ACME, entry.id())).isEmpty();
    }

    @Test
    default void findsByActionSubjectPersonAndTime() {
        Caller.Member by = Callers.administrator(ACME);
        audit().record(ACME, by, draft("person.created", ANNA.value()));
        audit().record(ACME, draft("person.updated", ANNA.value()));
        audit().record(ACME, by, draft("portal.updated", "p"));
        Instant now = Instant.now();

        assertThat(actions(filter(Optional.of("person.*"), Optional.empty(), Optional.empty())))
                .containsExactly("person.updated", "person.created");
        assertThat(actions(filter(Optional.of("portal.updated"), Optional.empty(), Optional.empty())))
                .containsExactly("portal.updated");
        assertThat(actions(filter(Optional.empty(), Optional.of(ANNA.value()), Optional.empty())))
                .containsExactly("person.updated", "person.created");
        assertThat(actions(filter(Optional.empty(), Optional.empty(), Optional.of(by.person()))))
                .containsExactly("portal.updated", "person.created");
        assertThat(actions(filter(Optional.empty(), Optional.empty(), Optional.of(ANNA))))
                .as("what was done to her")
                .containsExactly("person.updated", "person.created");
        assertThat(actions(time(now.minus(1, ChronoUnit.HOURS), now.plus(1, ChronoUnit.HOURS))))
                .hasSize(3);
        assertThat(actions(time(now.plus(1, ChronoUnit.HOURS), now.plus(2, ChronoUnit.HOURS))))
                .isEmpty();
        assertThat(actions(time(now.minus(2, ChronoUnit.HOURS), now.minus(1, ChronoUnit.HOURS))))
                .isEmpty();
    }

    @Test
    default void listsInPagesNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            audit().record(ACME, draft("a.n" + i, "1"));
        }

        Page<AuditEntry> first = audit().list(ACME, AuditFilter.ALL, PageRequest.first(2));
        Page<AuditEntry> second = audit().list(ACME, AuditFilter.ALL, new PageRequest(2, first.next()));
        Page<AuditEntry> third = audit().list(ACME, AuditFilter.ALL, new PageRequest(2, second.next()));

        assertThat(first.items()).extracting(AuditEntry::action).containsExactly("a.n5", "a.n4");
        assertThat(second.items()).extracting(AuditEntry::action).containsExactly("a.n3", "a.n2");
        assertThat(third.items()).extracting(AuditEntry::action).containsExactly("a.n1");
        assertThat(third.next()).isEmpty();
    }

    @Test
    default void provesItsChainWhole() {
        assertThat(audit().verify(ACME).intact()).as("an empty one").isTrue();
        audit().record(ACME, draft("a.b", "1"));
        audit().record(ACME, draft("a.b", "2"));

        var verification = audit().verify(ACME);

        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(2);
        assertThat(verification.head())
                .isEqualTo(entries(ACME, AuditFilter.ALL).get(0).hash());
    }

    private List<AuditEntry> entries(PortalId portal, AuditFilter filter) {
        return audit().list(portal, filter, PageRequest.first(50)).items();
    }

    private List<String> actions(AuditFilter filter) {
        return entries(ACME, filter).stream().map(AuditEntry::action).toList();
    }

    private static AuditFilter filter(Optional<String> action, Optional<String> subject, Optional<PersonId> person) {
        return new AuditFilter(action, subject, person, Optional.empty(), Optional.empty());
    }

    private static AuditFilter time(Instant from, Instant until) {
        return new AuditFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(until));
    }
}
