package org.patchbay.web.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.web.WebConfig;
import org.patchbay.web.live.ChannelDirectory;
import org.patchbay.web.rest.RequiredPaths;
import org.patchbay.web.rest.ResourceDirectory;

/** Whether the resources and channels that the server cannot do without are there. */
@Component(service = PartsCheck.class, immediate = true, configurationPid = "org.patchbay.web")
public final class PartsCheck {

    private final ResourceDirectory resources;
    private final ChannelDirectory channels;
    private final RequiredPaths paths;
    private final List<String> names;
    private final PartsReport report;

    @Activate
    public PartsCheck(
            @Reference ResourceDirectory resources,
            @Reference ChannelDirectory channels,
            @Reference PartsReport report,
            WebConfig config) {
        this.resources = resources;
        this.channels = channels;
        this.paths = RequiredPaths.of(config.requiredResources());
        this.names = list(config.requiredChannels());
        this.report = report;
        report.from(this);
    }

    @Deactivate
    public void close() {
        report.none(this);
    }

    /** What is missing, if anything is. */
    Optional<String> check() {
        var open = channels.channels().stream().map(LiveChannel::name).collect(Collectors.toSet());
        var missing = new ArrayList<String>();
        paths.missing(resources.resources()).forEach(path -> missing.add("resource " + path));
        names.stream().filter(name -> !open.contains(name)).forEach(name -> missing.add("channel " + name));
        return missing.isEmpty() ? Optional.empty() : Optional.of("missing: " + String.join(", ", missing));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
