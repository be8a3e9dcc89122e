package dev.vidiexport.http.sandbox.cameras;

/**
 * What the rows of an export belong to: a location, or a site.
 *
 * @param name its label
 * @param life when there were measurements of it
 */
public record Place(long id, String name, Life life) {}
