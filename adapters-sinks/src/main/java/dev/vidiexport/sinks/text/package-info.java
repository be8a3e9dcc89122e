/** What the sinks that write text have in common; for this module alone. */
package dev.vidiexport.sinks.text;
