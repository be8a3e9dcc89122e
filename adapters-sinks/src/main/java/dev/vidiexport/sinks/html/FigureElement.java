package dev.vidiexport.sinks.html;

/**
 * A figure of the head of the report.
 *
 * @param name what it is called, in every language
 * @param raw its value, in no language; empty where there is none
 * @param text what is shown
 */
record FigureElement(String name, String raw, String text) {}
