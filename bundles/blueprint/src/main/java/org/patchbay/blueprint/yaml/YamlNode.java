package org.patchbay.blueprint.yaml;

import java.util.List;
import java.util.Map;

/** A value of a YAML text, which knows its line (from 1). Immutable. */
public sealed interface YamlNode {

    int line();

    /**
     * A text, number or the like.
     *
     * @param plain whether it stands without quotes, so that it may be more than a text
     */
    record Scalar(String text, boolean plain, int line) implements YamlNode {

        /** Whether it stands for no value. */
        boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, int line) implements YamlNode {}

    /** Names to values, in their order. */
    record Mapping(Map<String, YamlNode> fields, int line) implements YamlNode {}
}
