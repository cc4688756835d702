package org.patchbay.calls.rest;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.calls.CallRecord;

/** Calls that were as a file with commas (RFC 4180). */
final class CallFile {

    /** Cells that a spreadsheet would take for a formula; a number with a plus is one of them. */
    private static final Pattern FORMULA =
            Pattern.compile("'*[=+\\-@|\\t\\r\\n\uff1d\uff0b\uff0d\uff20\uff5c].*", Pattern.DOTALL);

    private static final int MOST = 10_000;

    private CallFile() {}

    static String csv(Function<PageRequest, Page<CallRecord>> list) {
        var text = new StringBuilder(line(List.of(
                "id", "started", "answered", "ended", "seconds", "direction", "result", "caller", "name", "called")));
        var request = PageRequest.first(PageRequest.MAX_LIMIT);
        for (int lines = 0; lines < MOST; lines += PageRequest.MAX_LIMIT) {
            Page<CallRecord> page = list.apply(request);
            page.items().forEach(call -> text.append(line(cells(call))));
            if (page.next().isEmpty()) {
                break;
            }
            request = new PageRequest(PageRequest.MAX_LIMIT, page.next());
        }
        return text.toString();
    }

    private static List<String> cells(CallRecord call) {
        return List.of(
                call.id().value(),
                call.started().toString(),
                call.answered().map(Object::toString).orElse(""),
                call.ended().toString(),
                String.valueOf(call.talked().toSeconds()),
                call.direction().name(),
                call.result().name(),
                call.caller(),
                call.callerName(),
                call.called());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CallFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
