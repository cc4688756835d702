package org.patchbay.cluster;

import org.patchbay.api.cluster.OwnerHandler;

/** One node's ownership of a key, from the change of owner to the next. */
record Ownership(NodeOwners owner, OwnerHandler handler, long fencingToken) {}
