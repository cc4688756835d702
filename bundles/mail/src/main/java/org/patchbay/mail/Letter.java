package org.patchbay.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.api.mail.MailBody;

/**
 * A mail written from a template: subject, text and HTML. Values are put in as text; a value never becomes markup, a
 * header or another place to fill. Immutable.
 */
record Letter(String subject, MailBody body) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final int SUBJECT_LIMIT = 200;

    /**
     * Writes the mail.
     *
     * @param template as in {@link org.patchbay.spi.mail.MailTemplate#text}
     * @param accent the portal's colour
     * @param language of the text, for screen readers
     */
    static Letter write(String template, Map<String, String> values, String accent, String sender, String language) {
        List<String> lines = template.lines().toList();
        String subject = oneLine(fill(lines.get(0), values));
        List<String> paragraphs = paragraphs(lines.subList(1, lines.size()));
        var text = new StringBuilder();
        var html = new StringBuilder();
        for (String paragraph : paragraphs) {
            String filled = fill(paragraph, values);
            text.append(filled).append("\n\n");
            html.append(paragraph.strip().equals("{link}") ? button(filled, accent) : paragraphHtml(filled));
        }
        return new Letter(subject, new MailBody(text.toString().strip() + "\n", page(html, sender, language)));
    }

    private static List<String> paragraphs(List<String> lines) {
        List<String> paragraphs = new ArrayList<>();
        var current = new StringBuilder();
        for (String line : lines) {
            if (line.isBlank()) {
                addUnlessEmpty(paragraphs, current);
            } else {
                current.append(current.isEmpty() ? "" : "\n").append(line.strip());
            }
        }
        addUnlessEmpty(paragraphs, current);
        return paragraphs;
    }

    private static void addUnlessEmpty(List<String> paragraphs, StringBuilder current) {
        if (!current.isEmpty()) {
            paragraphs.add(current.toString());
            current.setLength(0);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    private static String oneLine(String text) {
        String clean = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return clean.length() > SUBJECT_LIMIT ? clean.substring(0, SUBJECT_LIMIT) : clean;
    }

    private static String paragraphHtml(String text) {
        return "<p style=\"margin:0 0 16px\">" + escape(text).replace("\n", "<br>") + "</p>\n";
    }

    private static String button(String link, String accent) {
        String safe = escape(link);
        return "<p style=\"margin:0 0 16px\"><a href=\"" + safe + "\" style=\"display:inline-block;padding:12px 20px;"
                + "border-radius:8px;background:" + escape(accent) + ";color:#ffffff;text-decoration:none\">" + safe
                + "</a></p>\n";
    }

    private static String page(StringBuilder html, String sender, String language) {
        return "<!doctype html>\n<html lang=\"" + escape(language) + "\"><body style=\"margin:0;padding:24px;"
                + "background:#fbfbfa;color:#12161c;font:16px/1.5 Inter,Segoe UI,Arial,sans-serif\">\n"
                + "<div style=\"max-width:560px;margin:0 auto\">\n<p style=\"margin:0 0 24px;font-weight:600\">"
                + escape(sender) + "</p>\n" + html + "</div></body></html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
