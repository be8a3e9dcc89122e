/** The command {@code demo}: exports from a sandbox in the same process, and shows it. */
package dev.vidiexport.app.demo;
