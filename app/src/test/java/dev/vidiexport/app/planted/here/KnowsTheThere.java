package dev.vidiexport.app.planted.here;

import dev.vidiexport.app.planted.there.KnowsTheHere;

/** One half of a circle of two packages. */
public record KnowsTheThere(KnowsTheHere other) {}
