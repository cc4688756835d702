package org.patchbay.contacts.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.phone.PhoneText;

/**
 * What the index holds of a contact: for each word of name and company the text from that word on and around, so that
 * those with the same word stand in the order of their names; words of the address; digits of numbers; and for each two
 * words the beginning of the first with the second, so that two typed words are one place in the index too; and what is
 * joined by dots, as domains are.
 */
public final class ContactTokens {

    static final int PAIR_BEGINNING = 2;
    static final String PAIR = "~";

    /** Words with a dot between, as in Dr. Ada. */
    private static final Pattern DOTTED = Pattern.compile("[\\p{L}\\p{N}-]+(?:\\.\\s?[\\p{L}\\p{N}-]+)+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int LENGTH_LIMIT = 60;
    private static final int NAME_WORDS = 8;
    private static final int COMPANY_WORDS = 6;
    private static final int ADDRESS_WORDS = 6;

    private final NavigableSet<String> tokens = new TreeSet<>();

    private ContactTokens() {}

    /** The tokens of a contact, in the order of the index. */
    public static NavigableSet<String> of(Contact contact) {
        var made = new ContactTokens();
        Set<String> words = new LinkedHashSet<>();
        made.text(contact.name(), NAME_WORDS, words);
        contact.company().ifPresent(company -> made.text(company, COMPANY_WORDS, words));
        contact.email().ifPresent(email -> made.address(email, words));
        Stream.of(contact.phone(), contact.mobile(), contact.extension())
                .flatMap(Optional::stream)
                .forEach(made::number);
        Stream.of(contact.phoneE164(), contact.mobileE164())
                .flatMap(Optional::stream)
                .forEach(made::numberAtHomeAndAbroad);
        made.pairs(new ArrayList<>(words));
        return Collections.unmodifiableNavigableSet(made.tokens);
    }

    private void text(String text, int limit, Set<String> words) {
        List<String> plain = Fold.words(text);
        around(plain, limit, words);
        DOTTED.matcher(Fold.fold(text))
                .results()
                .forEach(found -> endings(BLANKS.matcher(found.group()).replaceAll("")));
        List<String> spelledOut = Fold.spelledOut(text);
        if (!spelledOut.equals(plain)) {
            around(spelledOut, limit, words);
        }
    }

    private void around(List<String> text, int limit, Set<String> words) {
        int count = Math.min(limit, text.size());
        for (int i = 0; i < count; i++) {
            words.add(text.get(i));
            add(String.join(" ", text.subList(i, count)) + " " + String.join(" ", text.subList(0, i)));
        }
    }

    private void address(String email, Set<String> words) {
        add(email.toLowerCase(Locale.ROOT));
        int topLevel = email.lastIndexOf('.');
        String telling = topLevel > email.indexOf('@') ? email.substring(0, topLevel) : email;
        Fold.words(telling).stream()
                .limit(ADDRESS_WORDS)
                .filter(word -> words.add(word))
                .forEach(this::add);
        endings(email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** What is joined by dots, from each part on but the last: the domain of an address, a name such as booking.com. */
    private void endings(String dotted) {
        String ending = dotted;
        for (int i = 0; i < ADDRESS_WORDS && ending.indexOf('.') > 0; i++) {
            add(ending);
            ending = ending.substring(ending.indexOf('.') + 1);
        }
    }

    private void number(String number) {
        String digits = Fold.digits(number);
        if (!digits.isEmpty()) {
            add(digits);
        }
    }

    private void numberAtHomeAndAbroad(String e164) {
        number(e164);
        PhoneText.national(e164).ifPresent(this::number);
    }

    private void pairs(List<String> words) {
        Collections.sort(words);
        for (int first = 0; first < words.size(); first++) {
            for (int second = first + 1; second < words.size(); second++) {
                add(pair(words.get(first), words.get(second)) + " " + words.get(first));
            }
        }
    }

    /** Where two words are found together; the smaller comes first. */
    static String pair(String smaller, String larger) {
        return PAIR + smaller.substring(0, Math.min(PAIR_BEGINNING, smaller.length())) + " " + larger;
    }

    private void add(String token) {
        String whole = token.strip();
        tokens.add(whole.length() <= LENGTH_LIMIT ? whole : whole.substring(0, LENGTH_LIMIT));
    }
}
