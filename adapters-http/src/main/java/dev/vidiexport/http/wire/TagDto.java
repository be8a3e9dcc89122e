package dev.vidiexport.http.wire;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A tag of locations or sites, as far as it is read. Whatever VidiCenter left out, or sent as no
 * single value, is null.
 */
public record TagDto(
    @Nullable String id,
    @Json(name = "network_id") @Nullable String networkId,
    @Nullable String label) {}
