package org.patchbay.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.patchbay.api.contacts.ContactDraft;
import org.patchbay.api.contacts.Visibility;

/** Made-up people whose names are as unevenly spread as real ones; the same ones every time. */
final class BenchNames {

    private static final List<String> BEGINNINGS = List.of(
            "An", "Ma", "Jo", "Mi", "Al", "Ka", "Pe", "Su", "Be", "El", "Chri", "Ste", "Da", "Li", "Ro", "Ha", "Ü",
            "Thé");
    private static final List<String> MIDDLES = List.of("na", "ri", "le", "han", "to", "be", "xa", "mi", "ssa", "do");
    private static final List<String> ENDS = List.of(
            "", "n", "a", "s", "la", "ra", "th", "ne", "son", "mann", "berg", "er", "stein", "ich", "ow", "ski");
    private static final List<String> FORMS = List.of("GmbH", "AG", "Ltd", "SA", "Inc", "KG");

    private final Random random;

    BenchNames(long seed) {
        this.random = new Random(seed);
    }

    List<ContactDraft> contacts(int count) {
        List<ContactDraft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String first = name(1);
            String last = name(2);
            String company = name(2) + " " + of(FORMS);
            drafts.add(new ContactDraft(
                    Visibility.PUBLIC,
                    first + " " + last,
                    Optional.of(company),
                    Optional.of(plain(first) + "." + plain(last) + "@" + plain(company.split(" ", -1)[0]) + ".example"),
                    Optional.of("030 " + digits(8)),
                    Optional.of("+49 17" + digits(1) + " " + digits(7)),
                    Optional.of(digits(3)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(List.of("Group " + random.nextInt(20)))));
        }
        return drafts;
    }

    /** What somebody types who looks for these contacts, letter by letter. */
    List<String> typed(List<ContactDraft> contacts, int people) {
        List<String> typed = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            ContactDraft wanted = contacts.get(random.nextInt(contacts.size()));
            String[] names = wanted.name().split(" ", -1);
            letters(names[1] + " " + names[0].substring(0, Math.min(3, names[0].length())), typed);
            letters(wanted.name(), typed);
            letters(wanted.mobile().orElseThrow(), typed);
            letters(wanted.email().orElseThrow().substring(0, 8), typed);
        }
        return typed;
    }

    private static void letters(String text, List<String> typed) {
        for (int end = 2; end <= text.length(); end++) {
            if (text.charAt(end - 1) != ' ') {
                typed.add(text.substring(0, end));
            }
        }
    }

    private String name(int middles) {
        StringBuilder name = new StringBuilder(of(BEGINNINGS));
        for (int i = 0; i < middles; i++) {
            name.append(of(MIDDLES));
        }
        return name.append(of(ENDS)).toString();
    }

    /** The first ones are much more frequent than the last. */
    private String of(List<String> parts) {
        double skewed = random.nextDouble() * random.nextDouble();
        return parts.get((int) (skewed * parts.size()));
    }

    private String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ü', 'u').replace('é', 'e');
    }
}
