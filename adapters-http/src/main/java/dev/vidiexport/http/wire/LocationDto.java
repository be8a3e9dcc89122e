package dev.vidiexport.http.wire;

import com.squareup.moshi.Json;
import org.jspecify.annotations.Nullable;

/**
 * A location, as far as it is read. Whatever VidiCenter left out, or sent as no single value, is
 * null.
 */
public record LocationDto(
    @Nullable String id,
    @Json(name = "site_id") @Nullable String siteId,
    @Nullable String label,
    @Nullable String active,
    @Json(name = "last_upload_timestamp") @Nullable String lastUploadTimestamp,
    @Json(name = "creation_date") @Nullable String creationDate,
    @Json(name = "last_timezone") @Nullable String lastTimezone) {}
