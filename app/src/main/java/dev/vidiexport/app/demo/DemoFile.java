package dev.vidiexport.app.demo;

import java.nio.file.Path;

/**
 * A file that the demo wrote.
 *
 * @param request whose rows it has
 * @param format its format
 * @param path where it is
 * @param rows how many rows were written
 * @param columns how many columns they have
 * @param bytes how large it is
 */
record DemoFile(
    DemoRequest request, String format, Path path, long rows, int columns, long bytes) {}
