package org.patchbay.identity.people;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Logins that are drawn like others: letters of another width or form (not NFKC), and letters of several alphabets in one name,
 * as a Cyrillic а among Latin letters. What is written with several scripts anyway, as Japanese is, may be (UTS #39, highly
 * restrictive).
 */
final class LookAlikes {

    private static final Set<UnicodeScript> OF_ALL = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

    private static final List<Set<UnicodeScript>> TOGETHER = List.of(
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO),
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL));

    private LookAlikes() {}

    static boolean isOne(String login) {
        if (!Normalizer.isNormalized(login, Normalizer.Form.NFKC)) {
            return true;
        }
        // The name and the domain of an address are two words.
        for (String word : login.split("@", -1)) {
            if (isMixed(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMixed(String word) {
        Set<UnicodeScript> scripts = word.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(script -> !OF_ALL.contains(script))
                .collect(Collectors.toSet());
        return scripts.size() > 1 && TOGETHER.stream().noneMatch(group -> group.containsAll(scripts));
    }
}
