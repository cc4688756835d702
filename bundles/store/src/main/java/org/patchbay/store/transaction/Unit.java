package org.patchbay.store.transaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one open unit of work holds: an entity manager per persistence unit, and what waits for its commit. */
final class Unit {

    private static final Logger log = LoggerFactory.getLogger(Unit.class);

    private final Map<EntityManagerFactory, EntityManager> managers = new LinkedHashMap<>();
    private final Deque<Runnable> beforeCommit = new ArrayDeque<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    /** One manager per persistence unit, so that a query sees what was persisted earlier in the same unit of work. */
    EntityManager entityManager(EntityManagerFactory factory) {
        EntityManager manager = managers.computeIfAbsent(factory, EntityManagerFactory::createEntityManager);
        manager.joinTransaction();
        return manager;
    }

    void beforeCommit(Runnable action) {
        beforeCommit.add(action);
    }

    /** What an action adds comes behind the others. */
    void runBeforeCommit() {
        while (!beforeCommit.isEmpty()) {
            beforeCommit.remove().run();
        }
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (RuntimeException e) {
                log.warn("An action after the commit failed; the commit stands", e);
            }
        }
    }

    void close() {
        for (EntityManager manager : managers.values()) {
            try {
                manager.close();
            } catch (RuntimeException e) {
                log.warn("An entity manager did not close", e);
            }
        }
    }
}
