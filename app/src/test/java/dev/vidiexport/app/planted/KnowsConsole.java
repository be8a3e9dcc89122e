package dev.vidiexport.app.planted;

import dev.vidiexport.app.console.Talk;

/** Speaks to the user from below. */
public record KnowsConsole(Talk talk) {}
