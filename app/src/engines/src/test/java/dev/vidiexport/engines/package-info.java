/** Histories of the packaged program, read by engines that others use. */
package dev.vidiexport.engines;
