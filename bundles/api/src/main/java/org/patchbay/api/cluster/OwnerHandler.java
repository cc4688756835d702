package org.patchbay.api.cluster;

import org.osgi.annotation.versioning.ConsumerType;

/** Carries out the commands of owned keys. */
@ConsumerType
public interface OwnerHandler {

    /**
     * Carries out one command and answers; serial per key, concurrent across keys.
     *
     * @param fencingToken grows with each change of the key's owner; a store that has seen a higher one refuses
     */
    byte[] handle(String key, long fencingToken, byte[] command);

    /** This node no longer owns the key: state held for it is dropped without being written. */
    default void lost(String key) {}
}
