package org.patchbay.provisioning.store;

import java.util.Optional;

/** Keeps the templates that root wrote, which are of the server and of no portal. Thread-safe. */
public interface TemplateStore {

    /** The template of this name; empty where the one that comes with the server holds. */
    Optional<String> find(String name);

    /** Keeps a template in place of the one before. */
    void save(String name, String content);

    /** Goes back to the one that comes with the server. */
    void delete(String name);
}
