package org.patchbay.spi.tenancy;

import org.osgi.annotation.versioning.ProviderType;

/** Takes what is exported, thing by thing, so that nothing large is ever in memory. Not thread-safe. */
@ProviderType
public interface DataSink {

    /**
     * Takes one thing of a kind, such as {@code meeting}: a record, or a map from names to plain values. It becomes JSON as
     * it would in an answer of the API; empty optionals are left out.
     */
    void put(String kind, Object thing);
}
