package org.patchbay.api.cluster;

/** Something that lasts until it is closed; closing twice is harmless. */
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
