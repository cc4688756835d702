package org.patchbay.voicemail;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;

/** Whose mailbox one may use: the own ones, and those of people whom one manages or whose calls one leads. Thread-safe. */
@Component(service = VoicemailRights.class)
public final class VoicemailRights {

    private final Extensions extensions;
    private final Access access;

    @Activate
    public VoicemailRights(@Reference Extensions extensions, @Reference Access access) {
        this.extensions = extensions;
        this.access = access;
    }

    /** The extension, or NOT_FOUND for one whose mailbox is none of the caller's business. */
    public Extension require(PortalId portal, String id, Caller by) {
        return extensions
                .find(portal, id)
                .filter(one -> (isOwn(portal, one, by) && !one.locked())
                        || access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING)
                                .includes(one.department())
                        || (one.person().isPresent()
                                && access.scope(by, portal, Right.MANAGE_PEOPLE).includes(one.department())))
                .orElseThrow(() -> Problem.NOT_FOUND.because("voicemail.unknown", "There is no such mailbox"));
    }

    static boolean isOwn(PortalId portal, Extension extension, Caller by) {
        return by.portal().equals(portal)
                && by.personId().isPresent()
                && extension.person().equals(by.personId());
    }
}
