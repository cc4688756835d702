package org.patchbay.web.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Problem;

/**
 * Texts of whole characters. Half of a surrogate pair is no character: it cannot be written as UTF-8, so it must neither
 * come in nor go out.
 */
final class WholeText {

    private WholeText() {}

    /** Whether there is half of a pair somewhere. */
    static boolean isBroken(String text) {
        return firstHalf(text, 0) >= 0;
    }

    /** JSON text in which every half of a pair is escaped, as it may stand in what was kept before it was refused. */
    static String escaped(String json) {
        int half = firstHalf(json, 0);
        if (half < 0) {
            return json;
        }
        var escaped = new StringBuilder(json.length() + 16);
        int start = 0;
        while (half >= 0) {
            escaped.append(json, start, half).append("\\u%04x".formatted((int) json.charAt(half)));
            start = half + 1;
            half = firstHalf(json, start);
        }
        return escaped.append(json, start, json.length()).toString();
    }

    private static int firstHalf(String text, int from) {
        int i = from;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                return i;
            }
            i += Character.charCount(character);
        }
        return -1;
    }

    /** Makes parsers that refuse halves. */
    static final class Factory extends JsonFactory {

        private static final long serialVersionUID = 1L;

        Factory(JsonFactoryBuilder settings) {
            super(settings);
        }

        @Override
        protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
            return new Parser(super._createParser(in, context));
        }

        @Override
        protected JsonParser _createParser(Reader in, IOContext context) throws IOException {
            return new Parser(super._createParser(in, context));
        }

        @Override
        protected JsonParser _createParser(char[] data, int offset, int length, IOContext context, boolean recyclable)
                throws IOException {
            return new Parser(super._createParser(data, offset, length, context, recyclable));
        }

        @Override
        protected JsonParser _createParser(byte[] data, int offset, int length, IOContext context) throws IOException {
            return new Parser(super._createParser(data, offset, length, context));
        }
    }

    /** Checks texts when they are taken, where the way to them is known. */
    private static final class Parser extends JsonParserDelegate {

        Parser(JsonParser parser) {
            super(parser);
        }

        @Override
        public @Nullable JsonToken nextToken() throws IOException {
            var token = super.nextToken();
            if (token == JsonToken.FIELD_NAME) {
                whole(super.currentName());
            }
            return token;
        }

        @Override
        public @Nullable String getText() throws IOException {
            return whole(super.getText());
        }

        @Override
        public @Nullable String getValueAsString() throws IOException {
            return whole(super.getValueAsString());
        }

        @Override
        public @Nullable String getValueAsString(@Nullable String without) throws IOException {
            return whole(super.getValueAsString(without));
        }

        private static @Nullable String whole(@Nullable String text) {
            if (text != null && isBroken(text)) {
                throw Problem.INVALID.at("", "text.broken", "holds half of a character");
            }
            return text;
        }
    }
}
