package dev.vidiexport.app.planted;

import com.google.inject.Injector;

/** Reaches for the injector. */
public record KnowsGuice(Injector injector) {}
