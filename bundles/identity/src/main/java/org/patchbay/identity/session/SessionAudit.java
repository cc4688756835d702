package org.patchbay.identity.session;

import java.util.Map;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.PersonId;

/** The end of sessions for the audit; somebody's signing out is none of it. */
public final class SessionAudit {

    private SessionAudit() {}

    /** One session was ended from elsewhere. */
    public static AuditDraft one(PersonId person, String session) {
        return draft(person, Map.of("session", session));
    }

    /** Many were. */
    public static AuditDraft many(PersonId person, int sessions) {
        return draft(person, Map.of("sessions", Integer.toString(sessions)));
    }

    private static AuditDraft draft(PersonId person, Map<String, String> before) {
        return new AuditDraft("person.sessions-ended", "person", person.value(), before, Map.of());
    }
}
