package org.patchbay.identity.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.patchbay.api.Problem;

/** The text of an uploaded file. */
final class CsvText {

    private CsvText() {}

    /** UTF-8 with or without a byte order mark; anything else is refused rather than guessed. */
    static String of(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            if (plain.indexOf('\0') >= 0) {
                throw encoding();
            }
            if (plain.isBlank()) {
                throw Problem.INVALID.at("", "import.empty", "has no rows");
            }
            return plain;
        } catch (CharacterCodingException e) {
            throw encoding();
        }
    }

    private static RuntimeException encoding() {
        return Problem.INVALID.at("", "import.encoding", "must be text in UTF-8");
    }
}
