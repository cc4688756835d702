package org.patchbay.scheduling.store;

final class InMemoryPlanStoreTest implements PlanStoreContract {

    @Override
    public PlanStore store() {
        return new InMemoryPlanStore();
    }

    @Override
    public FeedStore feeds() {
        return new InMemoryFeedStore();
    }

    @Override
    public RulesStore rules() {
        return new InMemoryRulesStore();
    }
}
