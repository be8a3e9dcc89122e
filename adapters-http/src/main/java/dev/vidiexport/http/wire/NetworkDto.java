package dev.vidiexport.http.wire;

import org.jspecify.annotations.Nullable;

/**
 * A network, as far as it is read. Whatever VidiCenter left out, or sent as no single value, is
 * null.
 */
public record NetworkDto(@Nullable String id, @Nullable String label, @Nullable String active) {}
