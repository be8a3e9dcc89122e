/** Reads files back that the built-in formats wrote, with nothing of what wrote them. */
package dev.vidiexport.reading;
