package dev.vidiexport.app.planted;

import dev.vidiexport.app.console.UserMessages;

/** Speaks to the user from below. */
public record KnowsConsole(UserMessages messages) {}
