package org.patchbay.identity.imports;

import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.link.Welcome;
import org.patchbay.identity.store.ImportedStore;
import org.patchbay.identity.store.PersonStore;

/**
 * Sends imported people their welcome mails, some at a time, after their import is saved; on one node at a time, and on
 * after a restart. Thread-safe.
 */
@Component(service = WelcomeQueue.class, immediate = true)
public final class WelcomeQueue {

    private static final int AT_A_TIME = 100;

    private final ImportedStore waiting;
    private final PersonStore people;
    private final Welcome welcome;
    private final UnitOfWork work;
    private final Task task;

    @Activate
    public WelcomeQueue(
            @Reference ImportedStore waiting,
            @Reference PersonStore people,
            @Reference Welcome welcome,
            @Reference UnitOfWork work,
            @Reference Cluster cluster) {
        this.waiting = waiting;
        this.people = people;
        this.welcome = welcome;
        this.work = work;
        this.task = cluster.task("identity-welcome", Duration.ofMinutes(1), this::run);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** Sends to all who wait. */
    void run() {
        while (some() == AT_A_TIME) {
            // goes on
        }
    }

    void wakeAfterCommit() {
        work.afterCommit(task::wake);
    }

    private int some() {
        List<ImportedStore.Waiting> next = work.call(() -> waiting.waiting(AT_A_TIME));
        next.forEach(this::welcome);
        return next.size();
    }

    /** Each by itself: what a mail locks, others wait for. */
    private void welcome(ImportedStore.Waiting one) {
        work.run(() -> {
            if (waiting.welcomed(one.portal(), one.person())) {
                people.find(one.portal(), one.person())
                        .filter(Person::enabled)
                        .filter(person -> person.email().isPresent())
                        .ifPresent(welcome::send);
            }
        });
    }
}
