package org.patchbay.contacts.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * A file that was read.
 *
 * @param strange headings of columns that mean nothing here
 */
record ContactFile(List<FileRow> rows, List<String> strange) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads CSV or vCards, whichever it is. */
    static ContactFile read(byte[] bytes, int limit) {
        String text = text(bytes);
        if (text.isBlank()) {
            throw Problem.INVALID.at("", "import.empty", "the file is empty");
        }
        boolean cards = text.stripLeading()
                .substring(0, Math.min(11, text.stripLeading().length()))
                .toUpperCase(Locale.ROOT)
                .equals("BEGIN:VCARD");
        return cards ? new ContactFile(VcardFile.read(text, limit), List.of()) : CsvFile.read(text, limit);
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.INVALID.at("", "import.encoding", "the file must be in UTF-8");
        }
    }

    static PatchbayException tooMany(int limit) {
        return Problem.TOO_LARGE.because(
                "import.many", "A file may hold at most " + limit + " contacts", Map.of("limit", limit));
    }
}
