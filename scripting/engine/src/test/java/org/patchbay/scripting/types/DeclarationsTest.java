package org.patchbay.scripting.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.spi.scripting.ScriptFunction;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;

class DeclarationsTest {

    /** A module with every kind of type. */
    public static final class Lamps implements ScriptModule {

        @Override
        public String name() {
            return "patchbay/street-lamps";
        }

        /** How bright. */
        public enum Light {
            DIM,
            BRIGHT
        }

        /** A lamp. */
        public record Lamp(String id, Light light, Optional<Instant> lit, List<Lamp> near, Map<String, Long> counts) {}

        @ScriptFunction("Lights a lamp.")
        public Lamp light(PortalId portal, String id, Optional<Light> light) {
            return new Lamp(id, light.orElse(Light.DIM), Optional.empty(), List.of(), Map.of());
        }

        @ScriptFunction("Finds a lamp.")
        public Optional<Lamp> find(ScriptRun run, Map<String, Object> by) {
            return Optional.empty();
        }

        @ScriptFunction("Forgets all.")
        public void clear(PortalId portal) {}

        public void notForScripts() {}
    }

    @Test
    void writesAModule() {
        assertThat(ModuleTypes.of(new Lamps()))
                .isEqualTo(
                        """
                        declare module 'patchbay/street-lamps' {
                            export const streetLamps: {
                                /** Forgets all. */
                                clear(): Promise<void>;
                                /** Finds a lamp. */
                                find(by: Record<string, unknown>): Promise<Lamp | null>;
                                /** Lights a lamp. */
                                light(id: string, light?: 'DIM' | 'BRIGHT'): Promise<Lamp>;
                            };
                            export interface Lamp {
                                id: string;
                                light: 'DIM' | 'BRIGHT';
                                lit?: string;
                                near: Array<Lamp>;
                                counts: Record<string, number>;
                            }
                        }
                        """);
    }

    @Test
    void writesASchema() {
        var schema =
                """
                {"type":"object","required":["name","tags"],"properties":{
                  "name":{"type":"string","description":"Of the lamp."},
                  "tags":{"type":"array","items":{"type":["integer","null"]}},
                  "kind":{"enum":["A","B"]},
                  "odd-name":{"$ref":"#/$defs/place"},
                  "more":{"type":"object","additionalProperties":{"type":"boolean"}}},
                 "$defs":{"place":{"type":"object","properties":{"x":{"type":"number"}},"required":["x"]}}}
                """;
        assertThat(SchemaTypes.of(schema, 0))
                .isEqualTo(
                        """
                        {
                            /** Of the lamp. */
                            readonly name: string;
                            readonly tags: ReadonlyArray<number | null>;
                            readonly kind?: 'A' | 'B';
                            readonly 'odd-name'?: {
                                readonly x: number;
                            };
                            readonly more?: { readonly [name: string]: boolean };
                        }""");
    }
}
