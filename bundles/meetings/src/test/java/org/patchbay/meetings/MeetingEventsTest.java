package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.Personal;

class MeetingEventsTest {

    /** A title such as "Talk with Ada about her pay" is what the host wrote: it goes when the host is erased. */
    @Test
    void titlesRestUnderTheKeyOfTheHost() {
        List<RecordComponent> titles = Stream.of(new MeetingEvents(), new RoomEvents())
                .flatMap(events -> events.types().stream()
                        .map(EventType::data)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(component -> component.getName().equals("title")))
                .toList();

        assertThat(titles).hasSizeGreaterThan(20).allSatisfy(title -> {
            assertThat(title.getAnnotation(Personal.class)).isNotNull();
            assertThat(title.getAnnotation(Personal.class).of()).isEqualTo("host");
            assertThat(title.getDeclaringRecord().getRecordComponents())
                    .extracting(RecordComponent::getName)
                    .contains("host");
        });
    }
}
