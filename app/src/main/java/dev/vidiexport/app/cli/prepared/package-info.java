/**
 * What the parser has to know of commands, read from their annotations when the program is built.
 *
 * <p>For each kind of annotation the JVM makes a class at its first use, and then hundreds of calls
 * go through these: a twentieth of the time of a short export. The annotations stay the one source.
 */
package dev.vidiexport.app.cli.prepared;
