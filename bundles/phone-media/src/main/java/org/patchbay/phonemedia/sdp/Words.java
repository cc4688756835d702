package org.patchbay.phonemedia.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** What stands between spaces, of which more than one may follow another. Descriptions are read too often for patterns. */
final class Words {

    private static final String SPACES = " \t\n\u000B\f\r";

    private Words() {}

    /** All of them. */
    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        var left = new StringTokenizer(text, SPACES);
        while (left.hasMoreTokens()) {
            words.add(left.nextToken());
        }
        return words;
    }

    /** The first one, and what follows it if there is something. */
    static List<String> two(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (SPACES.indexOf(stripped.charAt(i)) >= 0) {
                return List.of(stripped.substring(0, i), stripped.substring(i).strip());
            }
        }
        return List.of(stripped);
    }
}
