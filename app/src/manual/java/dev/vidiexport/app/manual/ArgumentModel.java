package dev.vidiexport.app.manual;

/**
 * What may be written behind a command that is no option.
 *
 * @param label stands for it
 * @param description what it is, in one line
 * @param required whether the command needs it
 * @param repeatable whether there may be several
 * @param values what it may be
 */
public record ArgumentModel(
    String label, String description, boolean required, boolean repeatable, ValueKind values) {}
