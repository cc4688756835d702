package org.patchbay.testing.cluster;

/** What every cluster promises, with two nodes. */
public interface ClusterContract extends MapContract, TopicContract, TaskContract, OwnersContract {}
