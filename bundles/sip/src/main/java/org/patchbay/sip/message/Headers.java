package org.patchbay.sip.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one message in their order. Values that were read stay bytes of the message until somebody asks. Not
 * thread-safe.
 */
public final class Headers {

    /** More than a message ever needs; one with more is refused. */
    public static final int MOST = 128;

    private static final int FIRST_ROOM = 20;
    private static final Object[] NOTHING = {};

    private final byte[] bytes;
    private String[] names = new String[FIRST_ROOM];
    private @Nullable String[] texts = new String[FIRST_ROOM];
    private @Nullable Object[] parsed = NOTHING;
    private int[] from = new int[0];
    private int[] to = new int[0];
    private int size;

    /** None yet. */
    public Headers() {
        this.bytes = new byte[0];
    }

    Headers(byte[] message) {
        this.bytes = message;
        this.from = new int[FIRST_ROOM];
        this.to = new int[FIRST_ROOM];
    }

    /** Adds one that lies in the message; may still be lengthened by {@link #fold}. */
    void read(String name, int start, int end) {
        grow();
        names[size] = name;
        from[size] = start;
        to[size] = end;
        size++;
    }

    /** The last one goes on in the next line (RFC 3261, section 7.3.1). */
    void fold(int start, int end) {
        String more = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        texts[size - 1] = (value(size - 1) + ' ' + more).strip();
        forget(size - 1);
    }

    private void grow() {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
        }
        if (from.length > 0 && from.length <= size) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
    }

    /** How many lines there are. */
    public int size() {
        return size;
    }

    /** The name of a line, in the spelling of {@link HeaderName}. */
    public String name(int line) {
        return names[line];
    }

    /** The value of a line. */
    public String value(int line) {
        String text = texts[line];
        if (text == null) {
            text = new String(bytes, from[line], to[line] - from[line], StandardCharsets.UTF_8);
            texts[line] = text;
        }
        return text;
    }

    /** Adds a line at the end. */
    public Headers add(String name, String value) {
        grow();
        names[size] = name;
        texts[size] = value;
        size++;
        return this;
    }

    /** Writes over the first line of this name, or adds one. */
    public Headers set(String name, String value) {
        int line = line(name, 0);
        if (line < 0) {
            return add(name, value);
        }
        texts[line] = value;
        forget(line);
        return this;
    }

    /** The same, of which is known what it says as a value of its type. */
    void set(String name, String value, Object meaning) {
        set(name, value);
        keep(line(name, 0), meaning);
    }

    private void keep(int line, @Nullable Object meaning) {
        if (parsed.length < names.length) {
            parsed = Arrays.copyOf(parsed, names.length);
        }
        parsed[line] = meaning;
    }

    private void forget(int line) {
        if (line < parsed.length) {
            parsed[line] = null;
        }
    }

    /** Adds every line of this name that another message has. */
    public Headers copy(String name, Headers other) {
        for (int line = other.line(name, 0); line >= 0; line = other.line(name, line + 1)) {
            add(name, other.value(line));
        }
        return this;
    }

    /** Whether there is a line of this name. */
    public boolean has(String name) {
        return line(name, 0) >= 0;
    }

    /** How many lines of this name there are. */
    public int count(String name) {
        int count = 0;
        for (int line = line(name, 0); line >= 0; line = line(name, line + 1)) {
            count++;
        }
        return count;
    }

    /** The first line's value of this name; empty when there is none. */
    public String text(String name) {
        int line = line(name, 0);
        return line < 0 ? "" : value(line);
    }

    /** The first line's value of this name. */
    public Optional<String> find(String name) {
        int line = line(name, 0);
        return line < 0 ? Optional.empty() : Optional.of(value(line));
    }

    /** What the first line of this name says, as its reader understands it; read once, however often it is asked for. */
    <T> Optional<T> read(String name, Class<T> type, Function<String, Optional<T>> reader) {
        int line = line(name, 0);
        if (line < 0) {
            return Optional.empty();
        }
        Object known = line < parsed.length ? parsed[line] : null;
        if (type.isInstance(known)) {
            return Optional.of(type.cast(known));
        }
        Optional<T> found = reader.apply(value(line));
        keep(line, found.orElse(null));
        return found;
    }

    /** Every value of this name, whether on lines of their own or with commas between them (RFC 3261, section 7.3.1). */
    public List<String> values(String name) {
        var values = new ArrayList<String>();
        for (int line = line(name, 0); line >= 0; line = line(name, line + 1)) {
            Tokens.split(value(line), ',', values);
        }
        return values;
    }

    /** Whether a list of tokens, such as {@code Supported}, has this one. */
    public boolean lists(String name, String token) {
        for (int line = line(name, 0); line >= 0; line = line(name, line + 1)) {
            String value = value(line);
            if (value.equalsIgnoreCase(token)) {
                return true;
            }
            if (value.indexOf(',') >= 0 && values(name).stream().anyMatch(token::equalsIgnoreCase)) {
                return true;
            }
        }
        return false;
    }

    /** A whole number; empty when there is none, or when it is no number. One that is too great is the greatest. */
    public Optional<Long> number(String name) {
        return find(name).flatMap(text -> Tokens.number(text.strip()));
    }

    @SuppressWarnings("ReferenceEquality") // known names are one object each
    private int line(String name, int start) {
        for (int i = start; i < size; i++) {
            if (names[i] == name || names[i].equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
