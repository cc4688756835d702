package org.patchbay.provisioning.template;

/** How a value is written into a file, so that it stays one. */
public enum Format {
    /** A line for each setting: nothing in a value ends the line. */
    LINES {
        @Override
        String escape(String value) {
            return value.codePoints()
                    .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .strip();
        }
    },
    /** Text or an attribute's value of XML 1.0; what it cannot have is left out. */
    XML {
        @Override
        String escape(String value) {
            var text = new StringBuilder();
            value.codePoints().filter(Format::isXml).forEach(point -> {
                switch (point) {
                    case '&' -> text.append("&amp;");
                    case '<' -> text.append("&lt;");
                    case '>' -> text.append("&gt;");
                    case '"' -> text.append("&quot;");
                    case '\'' -> text.append("&#39;");
                    default -> text.appendCodePoint(point);
                }
            });
            return text.toString();
        }
    };

    abstract String escape(String value);

    /** XML 1.0, section 2.2, without line breaks. */
    private static boolean isXml(int point) {
        return (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || (point >= 0x10000 && point <= 0x10FFFF);
    }
}
