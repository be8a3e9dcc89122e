package dev.vidiexport.http.wire;

import org.jspecify.annotations.Nullable;

/**
 * What VidiCenter says when it refuses a call.
 *
 * @param message the reason, for people; null where the answer holds none
 * @param error the status once more, or where there is no message sometimes the reason
 */
public record ErrorDto(@Nullable String message, @Nullable Object error) {}
