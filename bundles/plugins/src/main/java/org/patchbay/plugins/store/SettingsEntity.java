package org.patchbay.plugins.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.PluginView.Tested;

@Entity
@Table(name = "PLUGIN_SETTINGS")
@NullUnmarked // JPA fills the fields
class SettingsEntity {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Id
    private String id;

    @Column(nullable = false, updatable = false)
    private String portal;

    @Column(nullable = false, updatable = false)
    private String plugin;

    @Lob
    @Column(nullable = false)
    private String plain;

    @Lob
    @Column(nullable = false)
    private String sealed;

    @Column(nullable = false)
    private long revision;

    @Column(name = "TEST_AT")
    private Long testAt;

    @Column(name = "TEST_PASSED")
    private Short testPassed;

    @Column(name = "TEST_MESSAGE")
    private String testMessage;

    protected SettingsEntity() {}

    static SettingsEntity of(PortalId portal, String plugin, StoredSettings settings) {
        var entity = new SettingsEntity();
        entity.id = Ids.next();
        entity.portal = portal.value();
        entity.plugin = plugin;
        entity.write(settings);
        return entity;
    }

    String plugin() {
        return plugin;
    }

    boolean isAt(long expected) {
        return revision == expected;
    }

    void write(StoredSettings settings) {
        try {
            plain = JSON.writeValueAsString(settings.plain());
            sealed = JSON.writeValueAsString(settings.sealed());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        revision = settings.revision();
        testAt = null;
        testPassed = null;
        testMessage = null;
    }

    void write(Tested result) {
        testAt = ChronoUnit.MICROS.between(Instant.EPOCH, result.at());
        testPassed = (short) (result.passed() ? 1 : 0);
        testMessage = result.message();
    }

    private Optional<Tested> tested() {
        return Optional.ofNullable(testAt)
                .map(micros -> new Tested(testPassed == 1, testMessage, Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
    }

    StoredSettings toSettings() {
        try {
            return new StoredSettings(
                    JSON.readValue(plain, new TypeReference<Map<String, Object>>() {}),
                    JSON.readValue(sealed, new TypeReference<Map<String, String>>() {}),
                    revision,
                    tested());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of " + plugin + " are not readable", e);
        }
    }
}
