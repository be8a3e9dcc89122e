package dev.vidiexport.app.planted;

import dev.vidiexport.reading.BuiltInFileReader;

/** Knows who reads files of histories. */
public record KnowsReaders(BuiltInFileReader reader) {}
