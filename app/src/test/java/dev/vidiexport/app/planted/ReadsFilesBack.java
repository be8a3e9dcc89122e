package dev.vidiexport.app.planted;

import dev.vidiexport.sinks.excerpt.Excerpt;

/** Reaches for the reading back of files. */
public record ReadsFilesBack(Excerpt excerpt) {}
