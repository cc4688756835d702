package org.patchbay.blueprint.yaml;

import java.util.HashMap;
import java.util.Map;

/** JSON pointers (RFC 6901) into a file, and their lines. */
public final class Pointers {

    private final Map<String, Integer> lines = new HashMap<>();

    private Pointers() {}

    /** The lines of everything in the file. */
    public static Pointers of(YamlNode root) {
        var pointers = new Pointers();
        pointers.add("", root);
        return pointers;
    }

    /** The name as a step of a pointer. */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private void add(String pointer, YamlNode node) {
        lines.put(pointer, node.line());
        if (node instanceof YamlNode.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                add(pointer + "/" + i, list.items().get(i));
            }
        } else if (node instanceof YamlNode.Mapping mapping) {
            mapping.fields().forEach((name, value) -> add(pointer + step(name), value));
        }
    }

    /** The line of what is there, or of the next thing around it. */
    public int line(String pointer) {
        String near = pointer;
        while (!lines.containsKey(near) && !near.isEmpty()) {
            near = near.substring(0, Math.max(0, near.lastIndexOf('/')));
        }
        return lines.getOrDefault(near, 1);
    }
}
