package dev.vidiexport.app.wiring;

import dev.vidiexport.domain.polling.ServiceLimits;
import dev.vidiexport.http.HttpSettings;

/**
 * What a command needs to know before it can ask VidiCenter anything. Immutable.
 *
 * @param http where VidiCenter is, and who asks
 * @param limits what is kept of the service's limits, or less
 */
public record SessionSettings(HttpSettings http, ServiceLimits limits) {}
