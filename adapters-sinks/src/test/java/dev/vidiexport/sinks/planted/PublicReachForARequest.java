package dev.vidiexport.sinks.planted;

import dev.vidiexport.domain.request.TimeResolution;

/** Is public without being a provider, and knows a part of the domain that is not for sinks. */
public record PublicReachForARequest(TimeResolution resolution) {}
