package org.patchbay.scheduling.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.scheduling.OccurrenceAnswer;
import org.patchbay.api.scheduling.OccurrenceChange;
import org.patchbay.api.scheduling.PlannedMeeting;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.api.scheduling.RoomOptions;

/** What of a plan is only ever read together. */
record PlanDetails(
        Optional<String> agenda,
        Optional<Recurrence> recurrence,
        List<OccurrenceChange> changes,
        RoomOptions room,
        List<String> groups) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final TypeReference<List<OccurrenceAnswer>> ANSWERS = new TypeReference<>() {};

    static PlanDetails of(PlannedMeeting meeting) {
        return new PlanDetails(
                meeting.agenda(), meeting.recurrence(), meeting.changes(), meeting.room(), meeting.groups());
    }

    String text() {
        return write(this);
    }

    static PlanDetails read(String text) {
        try {
            return MAPPER.readValue(text, PlanDetails.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<OccurrenceAnswer> answers(String text) {
        try {
            return MAPPER.readValue(text, ANSWERS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
