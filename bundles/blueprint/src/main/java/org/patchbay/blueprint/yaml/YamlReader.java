package org.patchbay.blueprint.yaml;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.api.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/**
 * Reads one YAML document of plain values. What makes YAML dangerous is refused: anchors and aliases, of which bombs are
 * made, tags, which name types, and anything too deep, too much or too large. Not thread-safe; for one text.
 */
public final class YamlReader {

    /** The most characters of a file. */
    public static final int MAX_LENGTH = 2 << 20;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_VALUES = 100_000;
    private static final int MAX_NAME = 200;
    private static final String BINARY = "tag:yaml.org,2002:binary";

    private final Iterator<Event> events;
    private int values;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /** Reads a text; INVALID with the line of what is wrong, TOO_LARGE. */
    public static YamlNode read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw Problem.TOO_LARGE.because("file.too-large", "The file is larger than " + MAX_LENGTH + " characters");
        }
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_LENGTH);
        try {
            return new YamlReader(
                            new Yaml(options).parse(new StringReader(text)).iterator())
                    .document();
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw Fault.invalid("", line, "yaml.malformed", "is not well-formed YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw Fault.invalid("", 1, "yaml.malformed", "is not well-formed YAML: " + oneLine(e));
        }
    }

    private static String oneLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private YamlNode document() {
        Event event = events.next();
        while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
            event = events.next();
        }
        if (!(event instanceof NodeEvent)) {
            throw Fault.invalid("", 1, "yaml.empty", "is empty");
        }
        YamlNode root = node(event, "", 0);
        while (events.hasNext()) {
            Event after = events.next();
            if (after instanceof DocumentStartEvent) {
                throw Fault.invalid("", line(after), "yaml.documents", "holds more than one document");
            }
        }
        return root;
    }

    private YamlNode node(Event event, String pointer, int depth) {
        int line = line(event);
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw Fault.invalid(pointer, line, "yaml.limit", "is nested too deeply, or there are too many values");
        }
        if (event instanceof AliasEvent || (event instanceof NodeEvent named && named.getAnchor() != null)) {
            throw Fault.invalid(pointer, line, "yaml.anchor", "has an anchor or an alias, which are not read here");
        }
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar, pointer);
        }
        if (event instanceof SequenceStartEvent start) {
            refuseTag(start.getTag(), pointer, line);
            return sequence(pointer, line, depth);
        }
        if (event instanceof MappingStartEvent start) {
            refuseTag(start.getTag(), pointer, line);
            return mapping(pointer, line, depth);
        }
        throw Fault.invalid(pointer, line, "yaml.malformed", "is not a value");
    }

    private static YamlNode.Scalar scalar(ScalarEvent scalar, String pointer) {
        String tag = scalar.getTag();
        if (BINARY.equals(tag)) {
            // How a text with characters that YAML does not print is written.
            return new YamlNode.Scalar(binary(scalar, pointer), false, line(scalar));
        }
        refuseTag(tag, pointer, line(scalar));
        return new YamlNode.Scalar(scalar.getValue(), scalar.isPlain(), line(scalar));
    }

    private static String binary(ScalarEvent scalar, String pointer) {
        try {
            return new String(Base64.getMimeDecoder().decode(scalar.getValue()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Fault.invalid(pointer, line(scalar), "yaml.binary", "is not base 64");
        }
    }

    private static void refuseTag(String tag, String pointer, int line) {
        if (tag != null && !tag.equals("!")) {
            throw Fault.invalid(pointer, line, "yaml.tag", "has a tag, which is not read here");
        }
    }

    private YamlNode.Sequence sequence(String pointer, int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, pointer + "/" + items.size(), depth + 1));
        }
        return new YamlNode.Sequence(items, line);
    }

    private YamlNode.Mapping mapping(String pointer, int line, int depth) {
        Map<String, YamlNode> fields = new LinkedHashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            if (!(next instanceof ScalarEvent)
                    || ((ScalarEvent) next).getValue().length() > MAX_NAME) {
                throw Fault.invalid(pointer, line(next), "yaml.name", "has a field whose name is not a short text");
            }
            String name = ((ScalarEvent) next).getValue();
            String place = pointer + Pointers.step(name);
            YamlNode value = node(events.next(), place, depth + 1);
            if (fields.put(name, value) != null) {
                throw Fault.invalid(place, line(next), "field.twice", "is there twice");
            }
        }
        return new YamlNode.Mapping(fields, line);
    }

    private static int line(Event event) {
        return event.getStartMark() == null ? 1 : event.getStartMark().getLine() + 1;
    }
}
