package org.patchbay.api.cluster;

import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** A shared map whose entries expire. Keys to 200 characters, values to 64 KiB. Thread-safe. */
@ProviderType
public interface ClusterMap {

    /** The value, unless it has expired. */
    Optional<byte[]> get(String key);

    /** Writes the value and starts its time to live anew. */
    void put(String key, byte[] value);

    /** Writes the value if there is none; answers whether it did. */
    boolean putIfAbsent(String key, byte[] value);

    /** Replaces the value if it equals the expected one; answers whether it did. */
    boolean replace(String key, byte[] expected, byte[] value);

    /** Removes the value. */
    void remove(String key);

    /** A copy of the entries whose key begins with the prefix, at most this many. */
    Map<String, byte[]> entries(String prefix, int limit);
}
