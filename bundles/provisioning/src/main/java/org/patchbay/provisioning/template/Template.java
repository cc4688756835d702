package org.patchbay.provisioning.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with places for values: {@code {{name}}}, {@code {{#if name}}…{{/if}}} and {@code {{#each keys}}…{{/each}}}. Nothing in it is
 * run. Immutable.
 */
public final class Template {

    /** The longest template and the longest file. */
    public static final int LONGEST = 64 * 1024;

    private static final int LONGEST_FILE = 4 * LONGEST;
    private static final int DEEPEST = 4;
    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}\\n]{0,80})}}");
    private static final String IF = "#if ";
    private static final String EACH = "#each keys";

    private final Format format;
    private final List<Part> parts;

    private Template(Format format, List<Part> parts) {
        this.format = format;
        this.parts = parts;
    }

    /** One part of a template. */
    private sealed interface Part {
        void write(Values values, Format format, StringBuilder out);
    }

    private record Text(String text) implements Part {
        @Override
        public void write(Values values, Format format, StringBuilder out) {
            out.append(text);
        }
    }

    private record Value(String name) implements Part {
        @Override
        public void write(Values values, Format format, StringBuilder out) {
            out.append(format.escape(values.value(name)));
        }
    }

    private record If(String name, List<Part> parts) implements Part {
        @Override
        public void write(Values values, Format format, StringBuilder out) {
            if (!values.value(name).isEmpty()) {
                parts.forEach(part -> part.write(values, format, out));
            }
        }
    }

    private record Each(List<Part> parts) implements Part {
        @Override
        public void write(Values values, Format format, StringBuilder out) {
            for (Values key : values.keys()) {
                parts.forEach(part -> part.write(key, format, out));
            }
        }
    }

    /** A part that has begun and not ended. */
    private record Open(String tag, int line, List<Part> parts) {}

    /** Reads a template. */
    public static Template parse(Format format, String text) throws TemplateError {
        if (text.length() > LONGEST) {
            throw new TemplateError(1, "is longer than " + LONGEST + " characters");
        }
        Deque<Open> open = new ArrayDeque<>();
        open.push(new Open("", 1, new ArrayList<>()));
        Matcher tag = TAG.matcher(text);
        int at = 0;
        while (tag.find()) {
            text(open, text.substring(at, tag.start()), line(text, at));
            tag(open, tag.group(1).strip(), line(text, tag.start()));
            at = tag.end();
        }
        text(open, text.substring(at), line(text, at));
        Open last = open.pop();
        if (!open.isEmpty()) {
            throw new TemplateError(last.line(), "{{" + last.tag() + "}} is not ended");
        }
        return new Template(format, List.copyOf(last.parts()));
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private static void text(Deque<Open> open, String text, int line) throws TemplateError {
        int stray = text.indexOf("{{");
        if (stray >= 0) {
            throw new TemplateError(line + line(text, stray) - 1, "{{ has no }} that belongs to it");
        }
        open.element().parts().add(new Text(text));
    }

    private static void tag(Deque<Open> open, String tag, int line) throws TemplateError {
        if (tag.startsWith(IF) || tag.equals(EACH)) {
            if (open.size() > DEEPEST) {
                throw new TemplateError(line, "is nested too deep");
            }
            if (tag.startsWith(IF)) {
                require(open, tag.substring(IF.length()).strip(), line);
            } else if (inKeys(open)) {
                throw new TemplateError(line, "keys have no keys");
            }
            open.push(new Open(tag, line, new ArrayList<>()));
        } else if (tag.equals("/if") || tag.equals("/each")) {
            Open ended = open.element();
            String wanted = ended.tag().startsWith(IF) ? "/if" : "/each";
            if (open.size() == 1 || !tag.equals(wanted)) {
                throw new TemplateError(line, "{{" + tag + "}} ends nothing");
            }
            open.pop();
            open.element().parts().add(part(ended));
        } else {
            require(open, tag, line);
            open.element().parts().add(new Value(tag));
        }
    }

    private static Part part(Open ended) {
        List<Part> parts = List.copyOf(ended.parts());
        return ended.tag().startsWith(IF)
                ? new If(ended.tag().substring(IF.length()).strip(), parts)
                : new Each(parts);
    }

    private static boolean inKeys(Deque<Open> open) {
        return open.stream().anyMatch(one -> one.tag().equals(EACH));
    }

    private static void require(Deque<Open> open, String name, int line) throws TemplateError {
        if (!Values.NAMES.contains(name) && !(inKeys(open) && Values.KEY_NAMES.contains(name))) {
            throw new TemplateError(line, "there is no value named \"" + name + "\" here");
        }
    }

    /** The file with its values. */
    public String fill(Values values) {
        var out = new StringBuilder();
        for (Part part : parts) {
            part.write(values, format, out);
            if (out.length() > LONGEST_FILE) {
                throw new IllegalStateException("The file is too long");
            }
        }
        return out.toString();
    }
}
