package org.patchbay.extensions;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of extensions. */
@ObjectClassDefinition(name = "Patchbay extensions")
public @interface ExtensionsConfig {

    @AttributeDefinition(
            description = "The most extensions of a portal, and the most devices, groups, numbers and so on each")
    int mostOfAKind() default 20_000;

    @AttributeDefinition(description = "The most devices of an extension")
    int devicesPerExtension() default 10;

    @AttributeDefinition(description = "Minutes after which the addresses of carriers are looked up anew")
    int carrierMinutes() default 5;
}
