package org.patchbay.testing.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.spi.mail.MailTemplate;

/** What every mail template is. */
public interface MailTemplateContract {

    /** The template under test. */
    MailTemplate template();

    @Test
    default void hasAKebabCaseName() {
        assertThat(template().name()).matches("[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    default void beginsWithASubjectAndAnEmptyLine(String language) {
        List<String> lines = template().text(language).lines().toList();

        assertThat(lines).hasSizeGreaterThan(2);
        assertThat(lines.get(0)).isNotBlank().hasSizeLessThan(100);
        assertThat(lines.get(1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    default void saysTheSameInEveryLanguage(String language) {
        assertThat(places(language)).isEqualTo(places("en"));
        assertThat(template().text(language)).isNotEqualTo(template().text("en"));
    }

    private Set<String> places(String language) {
        return Pattern.compile("\\{[^}]*}")
                .matcher(template().text(language))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
