package dev.vidiexport.app.planted;

import dev.vidiexport.sinks.html.PageSettings;

/** Reaches for the page of a report. */
public record KnowsPages(PageSettings settings) {}
