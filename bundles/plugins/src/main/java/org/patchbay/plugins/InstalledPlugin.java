package org.patchbay.plugins;

import java.util.Optional;

/**
 * A plugin as the server sees it.
 *
 * @param offered what runs; empty when nothing does
 * @param failure in one sentence
 */
record InstalledPlugin(
        String name, String title, String version, Optional<OfferedPlugin> offered, Optional<String> failure) {

    /** A file that no bundle can be made of; its name is all there is to it. */
    static InstalledPlugin unreadable(String file, String failure) {
        return new InstalledPlugin(file, file, "", Optional.empty(), Optional.of(failure));
    }

    /** Whether it is a plugin at all, and not a file that says nothing of itself. */
    boolean readable() {
        return !version.isEmpty();
    }
}
