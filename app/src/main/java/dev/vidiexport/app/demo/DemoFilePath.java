package dev.vidiexport.app.demo;

import java.nio.file.Path;

/**
 * Where a file of the demo goes.
 *
 * @param path the file
 * @param isTaken whether an earlier demo's file is there, which may be replaced; what comes there
 *     only later is not the demo's own, and stays
 */
record DemoFilePath(Path path, boolean isTaken) {}
