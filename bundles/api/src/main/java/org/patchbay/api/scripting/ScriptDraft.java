package org.patchbay.api.scripting;

import org.patchbay.api.PutBack;

/** What a script writer saves. Name to 100 characters, source to 256 KiB. */
@PutBack(Script.class)
public record ScriptDraft(String name, String source, boolean enabled) {}
