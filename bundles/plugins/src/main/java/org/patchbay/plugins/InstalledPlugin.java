package org.patchbay.plugins;

import java.util.Optional;

/**
 * A plugin as the server sees it.
 *
 * @param offered what runs; empty when nothing does
 * @param failure in one sentence
 */
record InstalledPlugin(
        String name, String title, String version, Optional<OfferedPlugin> offered, Optional<String> failure) {}
