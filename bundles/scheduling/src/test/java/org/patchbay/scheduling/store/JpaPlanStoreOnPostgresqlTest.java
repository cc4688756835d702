package org.patchbay.scheduling.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPlanStoreOnPostgresqlTest implements PlanStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgresql("scheduling");

    @Override
    public PlanStore store() {
        return new JpaPlanStore(DATABASE.jpa());
    }

    @Override
    public FeedStore feeds() {
        return new JpaFeedStore(DATABASE.jpa());
    }

    @Override
    public RulesStore rules() {
        return new JpaRulesStore(DATABASE.jpa());
    }
}
