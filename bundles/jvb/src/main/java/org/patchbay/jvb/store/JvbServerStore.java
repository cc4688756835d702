package org.patchbay.jvb.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.jvb.JvbServer;

/** Keeps the videobridges of the server; they belong to no portal. Called inside a unit of work. Thread-safe. */
public interface JvbServerStore {

    /** All of them by name. */
    List<JvbServer> all();

    Optional<JvbServer> find(String id);

    /** Writes a new one, whose name is not taken. */
    void insert(JvbServer server);

    /** Writes over the one of that version; answers whether it was there. */
    boolean update(JvbServer server, long version);

    void delete(String id);
}
