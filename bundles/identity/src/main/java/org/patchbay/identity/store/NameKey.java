package org.patchbay.identity.store;

/** By what names of things are told from each other: without case, character by character. */
public final class NameKey {

    private NameKey() {}

    /** The same for two names exactly if one equals the other without case. */
    public static String of(String name) {
        return name.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
