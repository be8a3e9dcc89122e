package dev.vidiexport.app.manual;

/**
 * A key of project files.
 *
 * @param expected what it takes, as a part of a sentence
 */
public record ProjectKeyModel(String key, String expected) {}
