package dev.vidiexport.http.wire;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A site, as far as it is read. Whatever VidiCenter left out, or sent as no single value, is null.
 */
public record SiteDto(
    @Nullable String id,
    @Json(name = "network_id") @Nullable String networkId,
    @Nullable String label,
    @Nullable String active) {}
