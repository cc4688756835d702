package org.patchbay.scheduling.store;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.testing.store.TestDatabase;

final class JpaPlanStoreOnDerbyTest implements PlanStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("scheduling");

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
