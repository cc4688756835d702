package org.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;
import org.patchbay.testing.tenancy.InMemoryPortals;

@Tag("S0.29")
class PortalEditorTest {

    private final InMemoryPortals portals = new InMemoryPortals();
    private final PortalEditor editor = new PortalEditor(portals, new RoleAccess(portals));
    private final Portal acme = portals.named("Acme");
    private final PortalDraft changed = new PortalDraft(
            "Acme & Sons",
            "sons.localhost",
            "fr",
            "Europe/Paris",
            "#112233",
            false,
            Optional.of(LocalDate.of(2030, 1, 1)),
            Optional.of(5),
            Set.of("low"),
            Set.of(Feature.RECORDING, Feature.PUBLIC_DOWNLOAD),
            Optional.of("Ask Bo"),
            new MeetingDefaults("low", "low"));

    private Portal update(PortalDraft draft, Caller by) {
        return editor.update(acme.id(), portals.find(acme.id()).orElseThrow().version(), draft, by);
    }

    @Test
    void rootChangesEverything() {
        assertThat(update(changed, Callers.root()).draft()).isEqualTo(changed);
    }

    @Test
    @Tag("S0.04")
    void administratorsChangeWhatConcernsThePortalAlone() {
        PortalDraft own = new PortalDraft(
                changed.name(),
                acme.host(),
                changed.language(),
                changed.zone(),
                changed.accent(),
                acme.webInterface(),
                acme.expires(),
                acme.participantLimit(),
                acme.profiles(),
                changed.features(),
                changed.support(),
                changed.meetingDefaults());
        assertThat(update(own, Callers.administrator(acme.id())).draft()).isEqualTo(own);
    }

    @Test
    void whatRootSellsStaysWithRoot() {
        assertThatThrownBy(() -> update(changed, Callers.administrator(acme.id())))
                .isInstanceOfSatisfying(PatchbayException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.FORBIDDEN);
                    assertThat(e.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("/host", "/webInterface", "/expires", "/participantLimit", "/profiles");
                });
        assertThat(portals.find(acme.id())).contains(acme);
    }
}
