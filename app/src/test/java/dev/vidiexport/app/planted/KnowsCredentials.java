package dev.vidiexport.app.planted;

import dev.vidiexport.http.Credentials;

/** Holds the credentials where they have no business. */
public record KnowsCredentials(Credentials credentials) {}
