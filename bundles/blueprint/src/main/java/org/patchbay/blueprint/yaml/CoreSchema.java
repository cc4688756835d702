package org.patchbay.blueprint.yaml;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What a value without quotes is (YAML 1.2, core schema): {@code no} is a text, not false. */
final class CoreSchema {

    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]{1,18}\\.[0-9]{1,18}");

    private CoreSchema() {}

    static Object value(YamlNode.Scalar scalar) {
        String text = scalar.text();
        if (!scalar.plain()) {
            return text;
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
    }
}
