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
    private static final Pattern LINK = Pattern.compile("\\{(?:link|[a-z]+Link)}");
    private static final int SUBJECT_LIMIT = 200;

    /**
     * Writes the mail.
     *
     * @param template as in {@link org.patchbay.spi.mail.MailTemplate#text}
     * @param language of the text, for screen readers too
     */
    static Letter write(String template, Map<String, String> values, Branding branding, String language) {
        List<String> lines = template.lines().toList();
        String subject = oneLine(fill(lines.get(0), values));
        var text = new StringBuilder();
        var html = new StringBuilder();
        for (String paragraph : paragraphs(lines.subList(1, lines.size()))) {
            Matcher place = LINK.matcher(paragraph);
            if (place.lookingAt() && !paragraph.contains("\n")) {
                String link = fill(place.group(), values);
                String label = fill(paragraph.substring(place.end()).strip(), values);
                // Which of several links this is, the address alone does not say.
                text.append(place.group().equals("{link}") ? "" : label + ": ")
                        .append(link)
                        .append("\n\n");
                html.append(button(link, label, branding));
                continue;
            }
            String filled = fill(paragraph, values).strip();
            if (!filled.isEmpty()) {
                text.append(filled).append("\n\n");
                html.append(paragraphHtml(filled));
            }
        }
        text.append("-- \n").append(branding.sentBy(language)).append('\n');
        branding.help(language).ifPresent(help -> text.append(help).append('\n'));
        return new Letter(subject, new MailBody(text.toString(), page(html, branding, subject, language)));
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

    /** The button, and the address below it for those whose mail program shows no buttons. */
    private static String button(String link, String label, Branding branding) {
        String safe = escape(link);
        return "<p style=\"margin:24px 0 8px\"><a href=\"" + safe + "\" style=\"display:inline-block;padding:12px 20px;"
                + "border-radius:8px;background:" + branding.accent() + ";color:" + branding.onAccent()
                + ";font-weight:600;text-decoration:none\">" + (label.isEmpty() ? safe : escape(label)) + "</a></p>\n"
                + "<p style=\"margin:0 0 24px;font-size:12px;color:#5b6470;overflow-wrap:anywhere\">" + safe
                + "</p>\n";
    }

    private static String page(StringBuilder html, Branding branding, String subject, String language) {
        return "<!doctype html>\n<html lang=\"" + escape(language) + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(subject)
                + "</title></head><body style=\"margin:0;padding:24px;"
                + "background:#f3f3f1;color:#12161c;font:16px/1.5 Inter,Segoe UI,Arial,sans-serif\">\n"
                + "<div style=\"max-width:560px;margin:0 auto;background:#ffffff;border-radius:8px;border-top:4px solid "
                + branding.accent() + ";padding:24px\">\n" + head(branding) + html + "</div>\n"
                + "<div style=\"max-width:560px;margin:0 auto;padding:16px 24px;font-size:12px;color:#5b6470;"
                + "overflow-wrap:anywhere\">"
                + escape(branding.sentBy(language))
                + branding.help(language).map(help -> "<br>" + escape(help)).orElse("")
                + "</div>\n</body></html>\n";
    }

    private static String head(Branding branding) {
        String name = escape(branding.name());
        String shown = branding.logo()
                .map(logo -> "<img src=\"" + escape(logo) + "\" alt=\"" + name
                        + "\" height=\"40\" style=\"display:block;height:40px;max-width:240px;border:0\">")
                .orElse(name);
        return "<p style=\"margin:0 0 24px;font-weight:600\">" + shown + "</p>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
