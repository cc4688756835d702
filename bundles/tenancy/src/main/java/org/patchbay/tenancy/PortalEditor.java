package org.patchbay.tenancy;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;

/**
 * Changes a portal on behalf of somebody: root changes everything, the portal's own administrators what concerns the
 * portal alone. Apart from the service, because access itself asks for portals. Thread-safe.
 */
@Component(service = PortalEditor.class)
public final class PortalEditor {

    private final Portals portals;
    private final Access access;

    @Activate
    public PortalEditor(@Reference Portals portals, @Reference Access access) {
        this.portals = portals;
        this.access = access;
    }

    /** Changes the portal; FORBIDDEN with every field that the caller may not change. */
    public Portal update(PortalId portal, long version, PortalDraft draft, Caller by) {
        Portal present = portals.find(portal)
                .orElseThrow(() -> Problem.NOT_FOUND.because("portal.unknown", "There is no such portal"));
        if (!access.rights(by, portal).contains(Right.MANAGE_PORTALS)) {
            requireOwnFields(present, draft);
        }
        return portals.update(portal, version, draft, by);
    }

    private static void requireOwnFields(Portal present, PortalDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        unchanged("/host", present.host(), draft.host(), errors);
        unchanged("/webInterface", present.webInterface(), draft.webInterface(), errors);
        unchanged("/expires", present.expires(), draft.expires(), errors);
        unchanged("/participantLimit", present.participantLimit(), draft.participantLimit(), errors);
        unchanged("/profiles", present.profiles(), draft.profiles(), errors);
        if (!errors.isEmpty()) {
            throw Problem.FORBIDDEN.because(errors);
        }
    }

    private static void unchanged(String pointer, Object present, Object wanted, List<FieldError> errors) {
        if (!present.equals(wanted)) {
            errors.add(new FieldError(pointer, "portal.root-only", "is changed by who runs the server"));
        }
    }
}
