package org.patchbay.identity.directory;

import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.PasswordDirectory;

/** A directory that a portal has settings for. */
record Connected(PasswordDirectory directory, Settings settings) {

    boolean admitsNewcomers() {
        return directory.admitsNewcomers(settings);
    }
}
