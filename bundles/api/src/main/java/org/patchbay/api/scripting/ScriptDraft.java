package org.patchbay.api.scripting;

/** What a script writer saves. Name to 100 characters, source to 256 KiB. */
public record ScriptDraft(String name, String source, boolean enabled) {}
