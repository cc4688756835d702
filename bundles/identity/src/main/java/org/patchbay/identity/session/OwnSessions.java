package org.patchbay.identity.session;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.session.SessionBook.SessionShown;

/** A person's look at where they are signed in. Thread-safe. */
@Component(service = OwnSessions.class)
public final class OwnSessions {

    private final SessionBook sessions;
    private final Sessions all;
    private final Audit audit;
    private final UnitOfWork work;

    @Activate
    public OwnSessions(
            @Reference SessionBook sessions,
            @Reference Sessions all,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.all = all;
        this.audit = audit;
        this.work = work;
    }

    /** All of them, the caller's present one marked. */
    public List<SessionShown> list(Caller.Member caller) {
        return work.call(() -> sessions.list(caller.portal(), caller.person(), Optional.of(caller.session())));
    }

    /** Ends one of them. */
    public void end(Caller.Member caller, String session) {
        work.run(() -> {
            sessions.endOne(caller.portal(), caller.person(), session);
            audit.record(caller.portal(), caller, SessionAudit.one(caller.person(), session));
        });
    }

    /** Ends every one but the present. */
    public void endOthers(Caller.Member caller) {
        work.run(() -> {
            int ended = sessions.endOf(caller.portal(), caller.person(), Optional.of(caller.session()));
            audit.record(caller.portal(), caller, SessionAudit.many(caller.person(), ended));
        });
    }

    /** Ends every one. */
    public void endAll(Caller.Member caller) {
        work.run(() -> {
            int before = sessions.list(caller.portal(), caller.person(), Optional.empty())
                    .size();
            all.signOutEverywhere(caller.portal(), caller.person());
            audit.record(caller.portal(), caller, SessionAudit.many(caller.person(), before));
        });
    }
}
