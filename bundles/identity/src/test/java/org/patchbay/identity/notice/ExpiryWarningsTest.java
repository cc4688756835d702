package org.patchbay.identity.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Person;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.identity.World;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.mail.RecordedMails.Sent;

@Tag("X.05")
class ExpiryWarningsTest {

    private final World world = new World();
    private final ExpiryWarnings warnings = new ExpiryWarnings(
            world.personStore,
            world.statuses,
            world.portals,
            world.warnings,
            world.notices,
            world.work,
            Optional.empty(),
            world.config,
            world.clock);

    @AfterEach
    void close() {
        warnings.close();
        world.close();
    }

    private Person ending(String login, String day) {
        return world.people.create(
                world.acme,
                World.draft(login)
                        .edit()
                        .activeUntil(Optional.of(LocalDate.parse(day)))
                        .done(),
                Callers.administrator(world.acme));
    }

    private List<Sent> told(String template) {
        return world.mails.sent().stream()
                .filter(sent -> sent.draft().template().equals(template))
                .toList();
    }

    @Test
    @Tag("S1.07")
    void whoseAccountEndsIsToldSomeDaysAheadOnceForEachDay() {
        Person eve = ending("eve", "2026-01-10");
        ending("later", "2026-03-01");
        warnings.run();
        assertThat(told("expiry")).isEmpty();

        world.pass(Duration.ofDays(3));
        warnings.run();
        warnings.run();
        assertThat(told("expiry")).singleElement().satisfies(sent -> {
            assertThat(sent.draft().to()).isEqualTo("eve@example.org");
            assertThat(sent.draft().values()).containsEntry("day", "January 10, 2026");
        });

        world.people.update(
                world.acme,
                eve.id(),
                eve.version(),
                eve.draft()
                        .edit()
                        .activeUntil(Optional.of(LocalDate.parse("2026-01-11")))
                        .done(),
                Callers.administrator(world.acme));
        warnings.run();
        assertThat(told("expiry")).hasSize(2);
    }

    @Test
    void whoCannotSignInAnyMoreIsNotTold() {
        Person eve = ending("eve", "2026-01-05");
        world.people.update(
                world.acme,
                eve.id(),
                eve.version(),
                eve.draft().edit().enabled(false).done(),
                Callers.administrator(world.acme));
        ending("gone", "2025-12-31");

        warnings.run();

        assertThat(told("expiry")).isEmpty();
    }

    @Test
    @Tag("S0.19")
    void whoLooksAfterAPortalIsToldThatItEnds() {
        world.person(world.acme, "ada", "system-owner");
        world.person(world.acme, "eve");
        world.person(PortalId.ROOT, "root", "root");
        world.person(world.bolt, "bob", "system-owner");
        world.portals.change(world.acme, draft -> expiring(draft, LocalDate.parse("2026-01-06")));

        warnings.run();
        warnings.run();

        assertThat(told("portal-expiry"))
                .extracting(sent -> sent.draft().to())
                .containsExactlyInAnyOrder("ada@example.org", "root@example.org");
        assertThat(told("portal-expiry").get(0).draft().values())
                .containsEntry("portal", "Acme")
                .containsEntry("link", "http://acme.localhost/");
    }

    private static PortalDraft expiring(PortalDraft draft, LocalDate day) {
        return new PortalDraft(
                draft.name(),
                draft.host(),
                draft.language(),
                draft.zone(),
                draft.accent(),
                draft.webInterface(),
                Optional.of(day),
                draft.participantLimit(),
                draft.profiles(),
                draft.features(),
                draft.support(),
                draft.meetingDefaults());
    }
}
