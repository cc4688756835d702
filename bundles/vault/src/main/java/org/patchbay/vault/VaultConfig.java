package org.patchbay.vault;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the vault. The key itself is never a setting, because settings are written to disk. */
@ObjectClassDefinition(name = "Patchbay vault")
public @interface VaultConfig {

    @AttributeDefinition(
            description = "The file with the keys, used when the environment has no PATCHBAY_KEY; created if missing.")
    String keyFile() default "data/keys/secrets.key";
}
