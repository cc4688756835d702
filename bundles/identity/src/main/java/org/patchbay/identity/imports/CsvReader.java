package org.patchbay.identity.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) as people have it: separated by commas, semicolons or tabs, in straight or typographic quotes,
 * with blanks around quotes and any line end. A quote that is never closed costs its own line, not the rest of the file.
 * One thread at a time.
 */
final class CsvReader implements Iterator<CsvRecord> {

    /** A quoted cell that is longer has lost its closing quote. */
    private static final int CELL_LIMIT = 8_000;

    private static final String TYPOGRAPHIC = "\u201c\u201d\u201e\u201f\u00ab\u00bb";

    private final String text;
    private final char separator;
    private int at;
    private int line = 1;

    /** Where the last quote was opened. */
    private int quoteLine;

    private CsvReader(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    static CsvReader of(String text) {
        return new CsvReader(text, separator(text));
    }

    /** What stands between cells: the most frequent candidate of the first line that is not blank, outside quotes. */
    static char separator(String text) {
        int[] counts = new int[3];
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length() && (quoted || blank || !isLineEnd(text.charAt(i))); i++) {
            char c = text.charAt(i);
            blank = blank && Character.isWhitespace(c);
            quoted = isQuote(c) != quoted;
            int candidate = ",;\t".indexOf(c);
            if (candidate >= 0 && !quoted) {
                counts[candidate]++;
            }
        }
        if (counts[1] > counts[0]) {
            return counts[2] > counts[1] ? '\t' : ';';
        }
        return counts[2] > counts[0] ? '\t' : ',';
    }

    char separator() {
        return separator;
    }

    @Override
    public boolean hasNext() {
        return at < text.length();
    }

    @Override
    public CsvRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int start = at;
        int startLine = line;
        List<String> cells = new ArrayList<>();
        do {
            String cell = cell();
            if (cell == null) {
                return brokenLine(start, startLine);
            }
            cells.add(cell);
        } while (take(separator));
        endLine();
        return new CsvRecord(startLine, cells, 0);
    }

    /** The next cell; null if its quote is never closed. */
    private @Nullable String cell() {
        int start = at;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && isQuote(text.charAt(at))) {
            quoteLine = line;
            boolean typographic = isTypographic(text.charAt(at));
            boolean twice = isQuote(at + 1) && !isQuote(at + 2) && !endsCell(at + 2);
            at += twice ? 2 : 1;
            return quoted(typographic, twice);
        }
        at = start;
        while (at < text.length() && text.charAt(at) != separator && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).strip();
    }

    /** The rest of a quoted cell; one that began with two quotes may end with two. */
    private @Nullable String quoted(boolean typographic, boolean twice) {
        StringBuilder cell = new StringBuilder();
        while (at < text.length() && cell.length() <= CELL_LIMIT) {
            char c = text.charAt(at);
            boolean quote = typographic ? isQuote(c) : c == '"';
            if (quote && endsCell(at + 1)) {
                at = afterBlanks(at + 1);
                return cell.toString();
            }
            boolean doubled = quote && isQuote(at + 1);
            if (doubled && twice && endsCell(at + 2)) {
                at = afterBlanks(at + 2);
                return cell.toString();
            }
            if (c == '"' && !doubled && !typographic && isLineEnd(text.charAt(at - 1)) && !cell.isEmpty()) {
                // The next line begins with a quoted cell, so the one before it was never closed.
                return null;
            }
            cell.append(quote && typographic ? '"' : c);
            at += doubled ? 2 : 1;
            if (isLineEnd(c)) {
                line += c == '\n' || at >= text.length() || text.charAt(at) != '\n' ? 1 : 0;
            }
        }
        return null;
    }

    /** A quote closes a cell if nothing but blanks stands between it and the separator or the end of the line. */
    private boolean endsCell(int from) {
        int next = afterBlanks(from);
        return next >= text.length() || text.charAt(next) == separator || isLineEnd(text.charAt(next));
    }

    private int afterBlanks(int from) {
        int next = from;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private CsvRecord brokenLine(int start, int startLine) {
        at = start;
        line = startLine;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        String plain = text.substring(start, Math.min(at, start + CELL_LIMIT)).strip();
        endLine();
        return new CsvRecord(startLine, List.of(plain), quoteLine);
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void endLine() {
        if (at < text.length()) {
            boolean carriageReturn = take('\r');
            if (!take('\n') && !carriageReturn) {
                throw new IllegalStateException("A record ends in the middle of line " + line);
            }
            line++;
        }
    }

    private boolean isBlank(char c) {
        return c != separator && (c == ' ' || c == '\t' || c == '\u00a0');
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean isQuote(int position) {
        return position < text.length() && isQuote(text.charAt(position));
    }

    private static boolean isQuote(char c) {
        return c == '"' || isTypographic(c);
    }

    private static boolean isTypographic(char c) {
        return TYPOGRAPHIC.indexOf(c) >= 0;
    }
}
