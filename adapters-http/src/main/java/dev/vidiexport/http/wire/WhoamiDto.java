package dev.vidiexport.http.wire;

import org.jspecify.annotations.Nullable;

/**
 * The answer to the question whose credentials these are.
 *
 * @param username the name of the account; null where the answer holds none
 */
public record WhoamiDto(@Nullable String username) {}
