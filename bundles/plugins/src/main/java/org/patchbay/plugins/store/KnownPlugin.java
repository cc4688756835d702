package org.patchbay.plugins.store;

import java.util.Optional;

/** A plugin as it was when last looked at, kept to tell news from old. */
public record KnownPlugin(String name, String title, String version, Optional<String> failure) {}
