/** The built-in output formats. */
package dev.vidiexport.sinks;
