package org.patchbay.identity.session;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.session.SessionBook.SessionShown;

/** A person's look at where they are signed in. Thread-safe. */
@Component(service = OwnSessions.class)
public final class OwnSessions {

    private final SessionBook sessions;
    private final UnitOfWork work;

    @Activate
    public OwnSessions(@Reference SessionBook sessions, @Reference UnitOfWork work) {
        this.sessions = sessions;
        this.work = work;
    }

    /** All of them, the caller's present one marked. */
    public List<SessionShown> list(Caller.Member caller) {
        return work.call(() -> sessions.list(caller.portal(), caller.person(), Optional.of(caller.session())));
    }

    /** Ends one of them. */
    public void end(Caller.Member caller, String session) {
        work.run(() -> sessions.endOne(caller.portal(), caller.person(), session));
    }

    /** Ends every one but the present. */
    public void endOthers(Caller.Member caller) {
        work.run(() -> sessions.endOf(caller.portal(), caller.person(), Optional.of(caller.session())));
    }
}
