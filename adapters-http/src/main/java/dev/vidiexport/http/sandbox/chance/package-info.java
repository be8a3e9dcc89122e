/** What looks like chance and is none: the same for the same seed, always. */
package dev.vidiexport.http.sandbox.chance;
