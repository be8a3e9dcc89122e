package dev.vidiexport.app.planted.there;

import dev.vidiexport.app.planted.here.KnowsTheThere;

/** The other half of a circle of two packages. */
public record KnowsTheHere(KnowsTheThere other) {}
