package org.patchbay.architecture;

import java.util.ArrayList;
import java.util.List;

/** Finds its way through the text of Java sources by brackets and quotation marks. */
final class SourceText {

    private SourceText() {}

    /** Where the bracket that is open at this place is closed. */
    static int end(String text, int start) {
        int depth = 1;
        for (int at = start; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"') {
                at = quoteEnd(text, at);
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0) {
                return at;
            }
        }
        return text.length();
    }

    /** The arguments of a call, whose bracket is open at this place. */
    static List<String> arguments(String text, int start) {
        List<String> arguments = new ArrayList<>();
        int end = end(text, start);
        int from = start;
        for (int at = start; at < end; at++) {
            char character = text.charAt(at);
            if (character == '"') {
                at = quoteEnd(text, at);
            } else if (character == '(') {
                at = end(text, at + 1);
            } else if (character == ',') {
                arguments.add(text.substring(from, at).strip());
                from = at + 1;
            }
        }
        arguments.add(text.substring(from, end).strip());
        return arguments;
    }

    private static int quoteEnd(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
