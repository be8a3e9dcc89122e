package dev.vidiexport.app.bench.report;

import java.util.List;

/**
 * A part of the report. Immutable.
 *
 * @param name for JSON
 * @param markdown what is read
 * @param json the same for programs, of maps, lists, texts and numbers
 */
public record Section(String name, String markdown, List<?> json) {}
